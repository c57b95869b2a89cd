package network.constellation.peer.transfer;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.Digests;
import network.constellation.peer.files.ContentHash;
import network.constellation.peer.files.ContentStore;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.protocol.method.transfer.ContentRequest;
import network.constellation.protocol.method.transfer.TransferTicket;

/** The holder's side: who may fetch which content, until when. */
@Singleton
final class Tickets {
    /** A cut costs at most one piece again: twenty cuts of a gigabyte stay under 2 % (promise 5). */
    static final int PIECE_SIZE = 1024 * 1024;

    private static final int ID_BYTES = 16;

    private final TicketStore store;
    private final ContentStore contents;
    private final Peers peers;
    private final CryptoEngine crypto;
    private final TransferConfig config;
    private final Clock clock;

    @Inject
    Tickets(
            TicketStore store,
            ContentStore contents,
            Peers peers,
            CryptoEngine crypto,
            TransferConfig config,
            Clock clock) {
        this.store = store;
        this.contents = contents;
        this.peers = peers;
        this.crypto = crypto;
        this.config = config;
        this.clock = clock;
    }

    TransferTicket give(ContentHash content, Wwwroot receiver) throws IOException {
        long size = contents.size(content)
                .orElseThrow(() -> new FileNotFoundException("The content " + content + " is not here."));
        byte[] pieces = pieces(content);
        GivenTicket ticket = new GivenTicket(
                Base64.getUrlEncoder().withoutPadding().encodeToString(crypto.randomBytes(ID_BYTES)),
                crypto.randomBytes(TransferTicket.SECRET_BYTES),
                content,
                receiver,
                clock.instant().plus(config.ticketLife()));
        store.insert(ticket);
        return new TransferTicket(
                ticket.id(),
                ticket.secret(),
                content.hex(),
                size,
                PIECE_SIZE,
                pieces,
                ticket.expires().getEpochSecond());
    }

    /** The content that this request may have; empty for whatever reason it may not. */
    Optional<ContentHash> permitted(String id, String range, String proof) {
        Instant now = clock.instant();
        return store.find(id)
                .filter(ticket -> ticket.expires().isAfter(now))
                .filter(ticket -> Digests.equal(
                        ContentRequest.proof(id, ticket.secret(), range).getBytes(StandardCharsets.UTF_8),
                        proof.getBytes(StandardCharsets.UTF_8)))
                .filter(ticket ->
                        peers.find(ticket.receiver()).filter(Peer::isApproved).isPresent())
                .map(GivenTicket::content);
    }

    void forgetExpired() {
        store.deleteExpired(clock.instant());
    }

    private byte[] pieces(ContentHash content) throws IOException {
        Optional<byte[]> known = store.pieces(content, PIECE_SIZE);
        if (known.isPresent()) {
            return known.get();
        }
        ByteArrayOutputStream hashes = new ByteArrayOutputStream();
        try (InputStream in = contents.open(content)) {
            for (byte[] piece = in.readNBytes(PIECE_SIZE); piece.length > 0; piece = in.readNBytes(PIECE_SIZE)) {
                hashes.write(Digests.sha256(piece));
            }
        }
        store.pieces(content, PIECE_SIZE, hashes.toByteArray());
        return hashes.toByteArray();
    }
}
