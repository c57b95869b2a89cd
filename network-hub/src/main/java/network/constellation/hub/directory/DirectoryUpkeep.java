package network.constellation.hub.directory;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import network.constellation.hub.founding.Founding;
import network.constellation.peer.jobs.PeriodicTask;
import network.constellation.protocol.directory.Directory;

/** Each minute: the suspension list signed again, what nobody announced published, what members said written down. */
@Singleton
final class DirectoryUpkeep implements PeriodicTask {
    private static final Duration EVERY = Duration.ofSeconds(45);

    private final Founding founding;
    private final Suspensions suspensions;
    private final Publisher publisher;
    private final MemberReports reports;

    @Inject
    DirectoryUpkeep(Founding founding, Suspensions suspensions, Publisher publisher, MemberReports reports) {
        this.founding = founding;
        this.suspensions = suspensions;
        this.publisher = publisher;
        this.reports = reports;
    }

    @Override
    public String name() {
        return "hub-directory";
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public void run() {
        if (founding.network().isEmpty()) {
            return;
        }
        reports.flush();
        suspensions.upkeep();
        boolean changed = !publisher
                .current()
                .map(Directory::version)
                .equals(publisher.publish().map(Directory::version));
        if (changed) {
            publisher.changed();
        }
    }
}
