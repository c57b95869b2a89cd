package network.constellation.peer.roaming;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import network.constellation.peer.jobs.JobKind;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.platform.User;
import network.constellation.protocol.method.roaming.EnrolmentUpdate;
import network.constellation.protocol.method.roaming.RoamingMethods;

/** Tells a visitor's home in which courses here the visitor is ({@code update_enrolments}); the answer means nothing. */
@Singleton
final class ReportCoursesJob implements JobKind<ReportCoursesJob.Report> {
    private final Peers peers;
    private final PeerClient client;
    private final People people;

    @Inject
    ReportCoursesJob(Peers peers, PeerClient client, People people) {
        this.peers = peers;
        this.client = client;
        this.people = people;
    }

    /** @param username the name at home */
    record Report(long userId, String home, String username) {}

    @Override
    public String name() {
        return "roaming.report-courses";
    }

    @Override
    public Class<Report> stateType() {
        return Report.class;
    }

    @Override
    public List<NamedStep<Report>> steps() {
        return List.of(JobKind.step("tell", (context, report) -> {
            Optional<Peer> home = peers.find(report.home()).filter(Peer::isApproved);
            Optional<User> user = people.find(report.userId());
            if (home.isPresent() && user.isPresent()) {
                client.call(
                        home.get(),
                        RoamingMethods.UPDATE_ENROLMENTS,
                        new EnrolmentUpdate(report.username(), people.courses(user.get())));
            }
            return report;
        }));
    }

    @Override
    public RetryPolicy retries() {
        return new RetryPolicy(Duration.ofSeconds(2), Duration.ofMinutes(5), 10);
    }
}
