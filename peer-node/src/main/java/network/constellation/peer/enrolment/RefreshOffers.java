package network.constellation.peer.enrolment;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Duration;
import network.constellation.peer.jobs.PeriodicTask;
import network.constellation.peer.peers.Peer;

/** Asks all sites at which we may enrol for their courses; one that does not answer holds up nobody else for long. */
@Singleton
final class RefreshOffers implements PeriodicTask {
    private final Offers offers;
    private final EnrolmentConfig config;

    @Inject
    RefreshOffers(Offers offers, EnrolmentConfig config) {
        this.offers = offers;
        this.config = config;
    }

    @Override
    public String name() {
        return "enrolment.refresh-offers";
    }

    @Override
    public Duration every() {
        return config.refreshEvery();
    }

    @Override
    public void run() {
        for (Peer site : offers.sites()) {
            offers.refresh(site);
        }
    }
}
