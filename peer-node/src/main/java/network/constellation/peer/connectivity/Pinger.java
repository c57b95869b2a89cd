package network.constellation.peer.connectivity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import network.constellation.keys.suite.Suite;
import network.constellation.peer.outbound.LinkProbe;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.peer.outbound.PeerClocks;
import network.constellation.peer.outbound.Reached;
import network.constellation.peer.outbound.UnreachableException;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.protocol.call.Fault;
import network.constellation.protocol.freshness.ClockSkew;
import network.constellation.protocol.method.Nothing;
import network.constellation.protocol.method.connectivity.ConnectivityMethods;
import network.constellation.protocol.method.connectivity.LinkCheck;
import network.constellation.protocol.method.connectivity.Part;
import network.constellation.protocol.method.connectivity.PartResult;
import network.constellation.protocol.method.connectivity.Ping;
import network.constellation.protocol.method.system.ServiceOffer;
import network.constellation.protocol.method.system.SystemMethods;

/**
 * Looks at one link, part by part: what a part needs is looked at before it, and what comes after a part that failed
 * stays unknown. Changes nothing here or there, except that a peer's new keys are learnt as by any call.
 */
@Singleton
final class Pinger {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration CERTIFICATE_SOON = Duration.ofDays(14);
    private static final int BAD_SIGNATURE = 710;
    private static final int UNKNOWN_PEER = 7020;
    private static final Set<Integer> NO_SUCH_METHOD = Set.of(707, 7012, 7018);

    private static final Pattern PLAIN_FAULT = Pattern.compile("with fault ([0-9]{1,6})");

    private final LinkProbe probe;
    private final PeerClient client;
    private final PeerClocks clocks;
    private final Peers peers;
    private final LinkFacts facts;
    private final Clock clock;

    @Inject
    Pinger(LinkProbe probe, PeerClient client, PeerClocks clocks, Peers peers, LinkFacts facts, Clock clock) {
        this.probe = probe;
        this.client = client;
        this.clocks = clocks;
        this.peers = peers;
        this.facts = facts;
        this.clock = clock;
    }

    /** Takes up to half a minute where nobody answers. */
    LinkCheck look(Peer peer) {
        Instant at = clock.instant();
        List<PartResult> parts = new ArrayList<>();
        Reached reached = probe.probe(peer);
        doors(parts, reached, at);
        if (reached.step() != Reached.Step.DONE) {
            return new LinkCheck(peer.wwwroot().value(), at, at, 1, -1, "", parts);
        }
        long sent = System.nanoTime();
        String version = "";
        long latency = -1;
        try {
            version = askedTwice(peer, parts);
            latency = (System.nanoTime() - sent) / 1_000_000;
            parts.add(PartResult.good(Part.CALL, "answered", latency + " ms"));
            parts.add(clockOf(peer));
        } catch (Fault fault) {
            refused(peer, fault, parts);
        } catch (UnreachableException lost) {
            parts.add(unanswered(lost.why()));
        }
        return new LinkCheck(peer.wwwroot().value(), at, at, 1, latency, version, parts);
    }

    /** A connection that was kept open may have died meanwhile; that is no trouble. */
    private String askedTwice(Peer peer, List<PartResult> parts) {
        try {
            return asked(peer, parts);
        } catch (UnreachableException first) {
            return asked(peer, parts);
        }
    }

    /** A fault in clear text, which nobody vouches for, still tells most about what is wrong. */
    private static PartResult unanswered(String why) {
        Matcher fault = PLAIN_FAULT.matcher(why);
        if (!fault.find()) {
            return PartResult.bad(Part.CALL, "silent", why);
        }
        return switch (Integer.parseInt(fault.group(1))) {
            case BAD_SIGNATURE -> PartResult.bad(Part.KEYS, "refused", why);
            case UNKNOWN_PEER -> PartResult.bad(Part.KEYS, "stranger", why);
            default -> PartResult.bad(Part.CALL, "refused", why);
        };
    }

    /** @return the version of its software; empty where it tells none */
    private String asked(Peer peer, List<PartResult> parts) {
        if (peer.callSuite() == Suite.MODERN) {
            try {
                Ping ping = client.callOnce(peer, ConnectivityMethods.PING, Nothing.NOTHING, TIMEOUT);
                Peer now = peers.find(peer.wwwroot()).orElse(peer);
                parts.add(facts.keys(now, ping, clock.instant()));
                parts.add(facts.services(now, Set.copyOf(ping.publish()), Set.copyOf(ping.subscribe())));
                parts.add(facts.version(ping.version()));
                return ping.version();
            } catch (Fault fault) {
                if (!NO_SUCH_METHOD.contains(fault.code())) {
                    throw fault;
                }
            }
        }
        List<ServiceOffer> offers = client.callOnce(peer, SystemMethods.LIST_SERVICES, Nothing.NOTHING, TIMEOUT);
        parts.add(facts.keyEnd(peers.find(peer.wwwroot()).orElse(peer), clock.instant()));
        parts.add(facts.services(peer, offers));
        return "";
    }

    private static void doors(List<PartResult> parts, Reached reached, Instant now) {
        switch (reached.step()) {
            case RESOLVE -> parts.add(PartResult.bad(Part.DNS, reached.word(), reached.detail()));
            case CONNECT -> {
                parts.add(PartResult.good(Part.DNS, "resolved", ""));
                parts.add(PartResult.bad(Part.CONNECT, reached.word(), reached.detail()));
            }
            case TLS -> {
                parts.add(PartResult.good(Part.DNS, "resolved", ""));
                parts.add(PartResult.good(Part.CONNECT, "open", ""));
                parts.add(PartResult.bad(Part.TLS, reached.word(), reached.detail()));
            }
            case DONE -> {
                parts.add(PartResult.good(Part.DNS, "resolved", reached.detail()));
                parts.add(PartResult.good(Part.CONNECT, "open", ""));
                parts.add(reached.certificateEnds()
                        .map(ends -> certificate(Duration.between(now, ends)))
                        .orElseGet(() -> PartResult.good(Part.TLS, "plain", "")));
            }
        }
    }

    private static PartResult certificate(Duration left) {
        String days = String.valueOf(left.toDays());
        return left.compareTo(CERTIFICATE_SOON) < 0
                ? PartResult.warning(Part.TLS, "soon", days)
                : PartResult.good(Part.TLS, "verified", days);
    }

    private PartResult clockOf(Peer peer) {
        return clocks.of(peer.wwwroot())
                .map(offset -> {
                    String shown = shown(offset);
                    return offset.ahead().abs().compareTo(PeerClocks.NOTICED) > 0
                            ? PartResult.warning(Part.CLOCK, "off", shown)
                            : PartResult.good(Part.CLOCK, "right", shown);
                })
                .orElseGet(() -> PartResult.unknown(Part.CLOCK));
    }

    private static String shown(PeerClocks.Offset offset) {
        return String.format(
                java.util.Locale.ROOT,
                "%+.1f s ± %.1f s",
                // Adding zero makes -0.0 what people expect.
                Math.round(offset.ahead().toMillis() / 100.0) / 10.0 + 0.0,
                Math.max(0.1, offset.uncertainty().toMillis() / 1e3));
    }

    private void refused(Peer peer, Fault fault, List<PartResult> parts) {
        String said = fault.code() + ": " + fault.text();
        switch (fault.code()) {
            case ClockSkew.FAULT -> {
                parts.add(PartResult.good(Part.CALL, "answered", ""));
                parts.add(PartResult.bad(
                        Part.CLOCK,
                        "skew",
                        clocks.of(peer.wwwroot()).map(Pinger::shown).orElse(fault.text())));
            }
            case BAD_SIGNATURE -> parts.add(PartResult.bad(Part.KEYS, "refused", said));
            case UNKNOWN_PEER -> parts.add(PartResult.bad(Part.KEYS, "stranger", said));
            default -> parts.add(PartResult.bad(Part.CALL, "refused", said));
        }
    }
}
