package network.constellation.peer.enrolment;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import network.constellation.peer.jobs.JobKind;
import network.constellation.peer.jobs.Jobs;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;

/** Asks one site for its courses because somebody is looking for one; at most once a minute. */
@Singleton
final class RefreshJob implements JobKind<RefreshJob.Ask> {
    private static final Duration NEW_ENOUGH = Duration.ofMinutes(1);

    private final Offers offers;
    private final Peers peers;
    private final Jobs jobs;
    private final Clock clock;

    @Inject
    RefreshJob(Offers offers, Peers peers, Jobs jobs, Clock clock) {
        this.offers = offers;
        this.peers = peers;
        this.jobs = jobs;
        this.clock = clock;
    }

    record Ask(String peer) {}

    /** Starts it for every site whose list is not of the last minute; the answer is there for the next look. */
    void refreshOld() {
        Instant now = clock.instant();
        for (Peer site : offers.sites()) {
            boolean old = offers.asked(site.wwwroot())
                    .filter(asked -> asked.tried().plus(NEW_ENOUGH).isAfter(now))
                    .isEmpty();
            if (old) {
                jobs.startOnce(
                        this,
                        site.wwwroot() + " " + now.getEpochSecond() / NEW_ENOUGH.toSeconds(),
                        new Ask(site.wwwroot().value()));
            }
        }
    }

    @Override
    public String name() {
        return "enrolment.refresh";
    }

    @Override
    public Class<Ask> stateType() {
        return Ask.class;
    }

    @Override
    public List<NamedStep<Ask>> steps() {
        return List.of(JobKind.step("ask", (context, ask) -> {
            peers.find(ask.peer()).filter(offers::agreed).ifPresent(offers::refresh);
            return ask;
        }));
    }
}
