package network.constellation.hub.rotation;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import network.constellation.hub.rotation.RotationSite.State;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.outbound.UnreachableException;
import network.constellation.peer.peers.PeersException;
import network.constellation.protocol.call.Fault;
import network.constellation.protocol.method.rotation.RehearsedPing;
import network.constellation.protocol.method.rotation.RehearsedPing.Outcome;

/** Has the sites of a rotation ping each other with next keys, and notes what each reports. */
@Singleton
final class RehearsalRound {
    /** Why a ping was not even tried. */
    static final String NOT_PREPARED = "not prepared";

    /** In one call, so that it ends within the time of a call even if nobody answers. */
    private static final int IN_ONE_CALL = 20;

    private final RotationsStore store;
    private final RotationCalls calls;
    private final Clock clock;

    @Inject
    RehearsalRound(RotationsStore store, RotationCalls calls, Clock clock) {
        this.store = store;
        this.calls = calls;
        this.clock = clock;
    }

    /** All pings from one site, to those linked with it whose keys or its own change. */
    void from(Rotation rotation, Wwwroot from, Map<Wwwroot, Set<Wwwroot>> links) {
        Map<Wwwroot, RotationSite> sites = store.sites(rotation.number()).stream()
                .collect(Collectors.toMap(RotationSite::wwwroot, Function.identity()));
        RotationSite self = sites.get(from);
        if (self == null) {
            return;
        }
        List<RehearsedPing> results = new ArrayList<>();
        List<String> asked = new ArrayList<>();
        for (Wwwroot to : links.getOrDefault(from, Set.of())) {
            RotationSite other = sites.get(to);
            if (other == null || !self.rotates() && !other.rotates()) {
                continue;
            }
            if (self.state() == State.LEGACY || other.state() == State.LEGACY) {
                results.add(new RehearsedPing(to.value(), Outcome.LEGACY, "", 0));
            } else if (isUnprepared(self) || isUnprepared(other)) {
                results.add(new RehearsedPing(to.value(), Outcome.UNREACHABLE, NOT_PREPARED, 0));
            } else {
                asked.add(to.value());
            }
        }
        List<RehearsedPing> answers = asked(from, asked);
        // A site that was just busy must not make the rehearsal of a whole network worthless.
        List<String> again = answers.stream()
                .filter(ping -> ping.outcome() == Outcome.UNREACHABLE)
                .map(RehearsedPing::to)
                .toList();
        answers.stream().filter(ping -> ping.outcome() != Outcome.UNREACHABLE).forEach(results::add);
        results.addAll(asked(from, again));
        store.pinged(rotation.number(), from, results, clock.instant());
    }

    private List<RehearsedPing> asked(Wwwroot from, List<String> others) {
        List<RehearsedPing> answers = new ArrayList<>();
        for (int start = 0; start < others.size(); start += IN_ONE_CALL) {
            answers.addAll(ask(from, others.subList(start, Math.min(others.size(), start + IN_ONE_CALL))));
        }
        return answers;
    }

    private static boolean isUnprepared(RotationSite site) {
        return site.rotates() && site.state() == State.WAITING;
    }

    private List<RehearsedPing> ask(Wwwroot from, List<String> others) {
        try {
            return calls.rehearse(from, others);
        } catch (UnreachableException unreachable) {
            return same(others, Outcome.UNREACHABLE, "the hub did not reach the calling site: " + unreachable.why());
        } catch (Fault refused) {
            return same(others, Outcome.FAILED, "it refused to rehearse: fault " + refused.code());
        } catch (PeersException unknown) {
            return same(others, Outcome.UNREACHABLE, String.valueOf(unknown.getMessage()));
        }
    }

    private static List<RehearsedPing> same(List<String> others, Outcome outcome, String why) {
        return others.stream().map(to -> new RehearsedPing(to, outcome, why, 0)).toList();
    }
}
