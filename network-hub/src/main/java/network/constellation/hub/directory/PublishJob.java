package network.constellation.hub.directory;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import network.constellation.hub.fanout.Fanout;
import network.constellation.hub.registry.Member;
import network.constellation.hub.registry.Registry;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.jobs.JobContext;
import network.constellation.peer.jobs.JobKind;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.peer.peers.Peers;
import network.constellation.protocol.directory.Directory;
import network.constellation.protocol.directory.SuspensionList;
import network.constellation.protocol.method.directory.DirectoryMethods;
import network.constellation.protocol.method.directory.DirectoryNews;

/**
 * Publishes a new version, then tells the members that there is one. Whoever is not reached asks within the minute anyway,
 * so nobody is told twice.
 */
public final class PublishJob implements JobKind<PublishJob.State> {
    private static final String CONSTELLATION = "constellation";
    private static final Duration TELLING = Duration.ofSeconds(30);
    private static final Duration EACH = Duration.ofSeconds(5);

    private final Publisher publisher;
    private final Suspensions suspensions;
    private final Registry registry;
    private final Fanout fanout;
    private final PeerClient client;
    private final MemberReports reports;
    private final Peers peers;

    @Inject
    PublishJob(
            Publisher publisher,
            Suspensions suspensions,
            Registry registry,
            Fanout fanout,
            PeerClient client,
            MemberReports reports,
            Peers peers) {
        this.reports = reports;
        this.peers = peers;
        this.publisher = publisher;
        this.suspensions = suspensions;
        this.registry = registry;
        this.fanout = fanout;
        this.client = client;
    }

    /** @param asked when it was asked for */
    record State(String asked) {}

    @Override
    public String name() {
        return "directory-publish";
    }

    @Override
    public Class<State> stateType() {
        return State.class;
    }

    @Override
    public List<NamedStep<State>> steps() {
        return List.of(JobKind.step("publish", this::publish), JobKind.step("tell", this::tell));
    }

    private State publish(JobContext job, State state) {
        publisher.publishChanges();
        return state;
    }

    private State tell(JobContext job, State state) {
        Optional<Directory> directory = publisher.current();
        if (directory.isEmpty()) {
            return state;
        }
        DirectoryNews news = new DirectoryNews(
                directory.get().version(),
                suspensions.list().map(SuspensionList::sequence).orElse(0L));
        fanout.ask(toTell(), TELLING, site -> client.callOnce(site, DirectoryMethods.CHANGED, news, EACH));
        return state;
    }

    /**
     * One site of each process, the one that asks for all: it brings the news to the others. In no order, so that a change
     * is not always late at the same sites; but those that did not answer last come last, as each holds up the others.
     */
    private List<Wwwroot> toTell() {
        List<Wwwroot> members = new ArrayList<>(registry.members().stream()
                .filter(member -> member.state() == Member.State.ADMITTED
                        && member.application().equals(CONSTELLATION))
                .map(Member::wwwroot)
                .toList());
        Set<Wwwroot> told = Set.copyOf(members);
        members.removeIf(site -> reports.find(site)
                .map(MemberReport::reporter)
                .filter(reporter -> !reporter.equals(site) && told.contains(reporter))
                .isPresent());
        Collections.shuffle(members);
        members.sort(
                Comparator.comparing(site -> peers.contact(site).lastError().isPresent()));
        return members;
    }
}
