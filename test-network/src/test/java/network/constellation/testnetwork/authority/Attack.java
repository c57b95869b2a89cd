package network.constellation.testnetwork.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.audit.AuditLine;
import network.constellation.peer.dispatch.MethodTable;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.peer.outbound.UnreachableException;
import network.constellation.peer.peers.Peer;
import network.constellation.protocol.call.Fault;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.method.Codecs;
import network.constellation.protocol.method.NetworkMethod;
import network.constellation.protocol.method.NetworkMethod.Authority;
import network.constellation.protocol.method.NetworkMethod.Effect;
import network.constellation.testnetwork.TestSite;

/** Calls of everything that a site answers, each in several ways, and what must be true afterwards. */
final class Attack {
    private static final int INTERNAL = 712;

    private final Samples samples;

    Attack(Samples samples) {
        this.samples = samples;
    }

    /** What a call came to. */
    record Call(String method, String way, Optional<Fault> fault, String answer) {}

    private static NetworkMethod<List<Value>, Value> raw(NetworkMethod<?, ?> method) {
        return new NetworkMethod<>(
                method.name(),
                List.of(),
                Effect.READ,
                Authority.PEER,
                List.of(),
                method.result(),
                method.help(),
                Codecs.arguments(values -> values, given -> given.from(0)),
                Codecs.any());
    }

    List<Call> attack(TestSite from, TestSite target, NetworkMethod<?, ?> method) {
        List<Call> calls = new ArrayList<>();
        Peer peer = from.peer(target).orElseThrow();
        List<Value> aimed;
        try {
            aimed = samples.of(method);
        } catch (AssertionError underivable) {
            aimed = List.of();
        }
        Samples.ways(aimed).forEach((way, arguments) -> {
            try {
                Value answer =
                        from.get(PeerClient.class).callOnce(peer, raw(method), arguments, Duration.ofSeconds(60));
                calls.add(new Call(method.name(), way, Optional.empty(), answer.toString()));
            } catch (Fault fault) {
                calls.add(new Call(method.name(), way, Optional.of(fault), ""));
            } catch (UnreachableException noAnswer) {
                throw new AssertionError(method.name() + " with " + way + " got no answer", noAnswer);
            }
        });
        return calls;
    }

    /** Attacks everything that the target answers. @param ownWork tables that the target may change by itself meanwhile */
    List<Call> attackAll(TestSite from, TestSite target, Set<String> ownWork) {
        List<Call> all = new ArrayList<>();
        Map<String, Set<String>> changes = new TreeMap<>();
        List<String> internal = new ArrayList<>();
        List<String> unwritten = new ArrayList<>();
        Map<String, String> before = Fingerprint.of(target);
        for (NetworkMethod<?, ?> method : target.get(MethodTable.class).all()) {
            long newest = newestLine(target);
            List<Call> calls = attack(from, target, method);
            Map<String, String> after = Fingerprint.of(target);
            Set<String> changed = Fingerprint.changed(before, after);
            before = after;
            changed.removeAll(ownWork);
            if (!changed.isEmpty()) {
                changes.put(method.name(), changed);
            }
            long refused = calls.stream().filter(Attack::isRefused).count();
            if (refused > refusals(target, from, newest)) {
                unwritten.add(method.name());
            }
            calls.stream()
                    .filter(call -> call.fault()
                            .filter(fault -> fault.code() == INTERNAL)
                            .isPresent())
                    .forEach(call -> internal.add(call.method() + " " + call.way()));
            all.addAll(calls);
        }
        assertThat(changes).as("tables that %s changed at %s", from, target).isEmpty();
        assertThat(internal).as("calls that ended in an internal error").isEmpty();
        assertThat(unwritten).as("refusals that left no line").isEmpty();
        return all;
    }

    private static boolean isRefused(Call call) {
        return call.fault().isPresent()
                || call.answer().matches("(?s).*(\"status\": ?\"?|status=(Int|Str).value=)5[0-9][0-9].*");
    }

    /** Lines of refusals of this peer after that one. */
    private static long refusals(TestSite target, TestSite from, long after) {
        return target.audited(line -> line.sequence() > after
                        && line.event().outcome() == AuditEvent.Outcome.REFUSED
                        && from.wwwroot().value().equals(line.event().peer()))
                .size();
    }

    private static long newestLine(TestSite target) {
        return target.audited(line -> true).stream()
                .mapToLong(AuditLine::sequence)
                .max()
                .orElse(0);
    }

    static Set<String> answered(List<Call> calls) {
        return calls.stream()
                .filter(call -> !isRefused(call))
                .map(Call::method)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
