package network.constellation.peer.dispatch;

import java.net.InetAddress;
import java.time.Instant;
import network.constellation.keys.suite.Suite;
import network.constellation.peer.door.RpcRequest;
import network.constellation.peer.peers.KeyUses.Generations;
import network.constellation.peer.peers.Peer;
import network.constellation.protocol.xmlrpc.Dialect;
import org.jspecify.annotations.Nullable;

/**
 * One inbound message on its way through the checks. How far it has come decides the layers of its answer: until it is
 * opened, the answer is plain (mnet-wire.md 5). Used by one thread.
 */
final class Passage {
    private final RpcRequest request;
    private final Instant at;
    private final String traceId;
    private Wrapping wrapping = document -> document;
    private Dialect dialect = Dialect.PLAIN;
    private @Nullable Suite suite;
    private @Nullable Peer peer;
    private String claimed = "";
    private String method = "";
    private boolean verified;
    private @Nullable Generations generations;

    Passage(RpcRequest request, Instant at, String traceId) {
        this.request = request;
        this.at = at;
        this.traceId = traceId;
    }

    /** Puts an answer's document into the layers that this message earned. */
    @FunctionalInterface
    interface Wrapping {
        byte[] wrap(byte[] document);
    }

    RpcRequest request() {
        return request;
    }

    InetAddress from() {
        return request.remoteAddress();
    }

    /** The one time of this call. */
    Instant at() {
        return at;
    }

    String traceId() {
        return traceId;
    }

    byte[] wrapped(byte[] document) {
        return wrapping.wrap(document);
    }

    /** From here on answers are wrapped like this. */
    void wrap(Wrapping next) {
        wrapping = next;
    }

    Dialect dialect() {
        return dialect;
    }

    void dialect(Dialect seen) {
        dialect = seen;
    }

    @Nullable
    Suite suite() {
        return suite;
    }

    void suite(Suite seen) {
        suite = seen;
    }

    /** Who it claims to be, known but not verified unless {@link #verified}. */
    @Nullable
    Peer peer() {
        return peer;
    }

    void claims(String wwwroot) {
        claimed = wwwroot;
    }

    void sender(Peer known) {
        peer = known;
        claimed = known.wwwroot().value();
    }

    String claimed() {
        return claimed;
    }

    boolean verified() {
        return verified;
    }

    void verify() {
        verified = true;
    }

    /** Which keys it was made with, by both ends; absent where the suite does not say. */
    @Nullable
    Generations generations() {
        return generations;
    }

    void generations(Generations seen) {
        generations = seen;
    }

    String method() {
        return method;
    }

    void method(String name) {
        method = name;
    }
}
