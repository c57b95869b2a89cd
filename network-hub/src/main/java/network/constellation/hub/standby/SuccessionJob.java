package network.constellation.hub.standby;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.constellation.hub.directory.Mandate;
import network.constellation.hub.directory.Publisher;
import network.constellation.hub.directory.Suspensions;
import network.constellation.hub.fanout.Answer;
import network.constellation.hub.fanout.Fanout;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.peer.jobs.JobContext;
import network.constellation.peer.jobs.JobKind;
import network.constellation.peer.outbound.StrangerClient;
import network.constellation.peer.peers.Peer;
import network.constellation.protocol.directory.Directory;
import network.constellation.protocol.directory.DirectoryReader;
import network.constellation.protocol.directory.DirectoryRefusedException;
import network.constellation.protocol.directory.SuspensionList;
import network.constellation.protocol.method.directory.DirectoryMethods;
import network.constellation.protocol.method.directory.SuccessionAnswer;

/**
 * Brings the first directory of a promoted hub to every member, and takes over whom they know cut off. Whoever is down is
 * tried until it has taken it.
 */
public final class SuccessionJob implements JobKind<SuccessionJob.State> {
    private static final Duration ROUND = Duration.ofSeconds(25);

    private final StandbyStore store;
    private final Publisher publisher;
    private final Suspensions suspensions;
    private final Mandate mandate;
    private final Fanout fanout;
    private final StrangerClient strangers;
    private final CryptoEngine engine;

    @Inject
    SuccessionJob(
            StandbyStore store,
            Publisher publisher,
            Suspensions suspensions,
            Mandate mandate,
            Fanout fanout,
            StrangerClient strangers,
            CryptoEngine engine) {
        this.store = store;
        this.publisher = publisher;
        this.suspensions = suspensions;
        this.mandate = mandate;
        this.fanout = fanout;
        this.strangers = strangers;
        this.engine = engine;
    }

    /** @param told members that have taken it so far */
    record State(int told) {}

    @Override
    public String name() {
        return "hub-succession";
    }

    @Override
    public Class<State> stateType() {
        return State.class;
    }

    @Override
    public RetryPolicy retries() {
        return new RetryPolicy(Duration.ofSeconds(1), Duration.ofMinutes(1), 10_000);
    }

    @Override
    public List<NamedStep<State>> steps() {
        return List.of(JobKind.step("tell", this::tell));
    }

    private State tell(JobContext job, State state) {
        int before = store.untold().size();
        List<String> open = round();
        int told = state.told() + before - open.size();
        job.progress(100 * told / Math.max(1, told + open.size()), told + "/" + (told + open.size()));
        if (!open.isEmpty()) {
            throw new IllegalStateException(open.size() + " members have not taken the directory of this hub yet: "
                    + String.join("; ", open.subList(0, Math.min(3, open.size()))));
        }
        return new State(told);
    }

    /**
     * Tries each that is open, once.
     *
     * @return those that are open still, with the reason
     */
    List<String> round() {
        Directory directory =
                publisher.current().orElseThrow(() -> new IllegalStateException("There is no directory to hand over."));
        byte[] document = directory.document();
        Map<Wwwroot, Answer<SuccessionAnswer>> answers =
                fanout.ask(store.untold(), ROUND, peer -> hand(peer, document));
        List<String> open = new ArrayList<>();
        Optional<SuspensionList> newest = Optional.empty();
        for (Map.Entry<Wwwroot, Answer<SuccessionAnswer>> answer : answers.entrySet()) {
            if (answer.getValue() instanceof Answer.Given<SuccessionAnswer> given
                    && given.value().state() == SuccessionAnswer.State.TAKEN) {
                store.told(answer.getKey());
                newest = newer(newest, given.value().list());
            } else {
                open.add(answer.getKey() + ": " + answer.getValue());
            }
        }
        newest.ifPresent(list -> suspensions.merge(list, "promotion"));
        return open;
    }

    private SuccessionAnswer hand(Peer peer, byte[] document) {
        return strangers.call(peer.wwwroot(), peer.terms(), DirectoryMethods.SUCCEED, document);
    }

    private Optional<SuspensionList> newer(Optional<SuspensionList> known, Optional<byte[]> encoded) {
        if (encoded.isEmpty() || mandate.anchor().isEmpty()) {
            return known;
        }
        try {
            SuspensionList list = new DirectoryReader(engine, mandate.anchor().get()).storedSuspensions(encoded.get());
            return known.isPresent() && !list.isNewerThan(known.get()) ? known : Optional.of(list);
        } catch (DirectoryRefusedException forged) {
            return known;
        }
    }
}
