package network.constellation.testnetwork;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import network.constellation.hub.directory.Publisher;
import network.constellation.hub.founding.HubTenant;
import network.constellation.hub.registry.Invitations;
import network.constellation.hub.subnets.LinkEnd;
import network.constellation.hub.subnets.SubNetworks;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.peer.directory.DirectoryAge;
import network.constellation.peer.directory.NetworkDirectory;
import network.constellation.peer.jobs.JobView;
import network.constellation.peer.jobs.Jobs;
import network.constellation.peer.subnets.Membership;
import network.constellation.protocol.directory.Directory;
import network.constellation.testnetwork.link.Weather;
import org.awaitility.Awaitility;

/**
 * A hub and its sites as real nodes in this JVM, over real sockets. {@code close} ends them all.
 *
 * <pre>{@code
 * try (TestNetwork network = TestNetwork.found(folder)) {
 *     TestSite a = network.site("a");
 *     network.inviteAndJoin(a, 1);
 * }
 * }</pre>
 */
public final class TestNetwork implements AutoCloseable {
    /** How long anything may take on a busy machine. */
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Who does what tests do. */
    public static final String ACTOR = "test";

    private final Path folder;
    private final CryptoEngine engine = CryptoEngine.detect();
    private final List<TestSite> sites = new ArrayList<>();
    private Optional<TestSite> hub = Optional.empty();

    private TestNetwork(Path folder) {
        this.folder = folder;
    }

    /** Starts a hub and founds its network. */
    public static TestNetwork found(Path folder) {
        return found(folder, "");
    }

    /** As {@link #found(Path)}, with settings of the hub's own in HOCON. */
    public static TestNetwork found(Path folder, String settings) {
        TestNetwork network = new TestNetwork(folder);
        network.hub = Optional.of(network.foundHub("hub", settings));
        return network;
    }

    /** Sites whose hub, if they have one, runs elsewhere. */
    public static TestNetwork withoutHub(Path folder) {
        return new TestNetwork(folder);
    }

    /** A second hub with a network of its own, closed with this one. */
    public TestSite foundHub(String name) {
        return foundHub(name, "");
    }

    private TestSite foundHub(String name, String settings) {
        TestSite founded = node(name, settings);
        founded.open(founded.node().get(HubTenant.class).found(founded.wwwroot(), "Network of " + name, ACTOR));
        return founded;
    }

    public TestSite hub() {
        return hub.orElseThrow();
    }

    /** Starts a site that nobody knows yet. */
    public TestSite site(String name) {
        return site(name, "");
    }

    /** As {@link #site(String)}, with settings of its own in HOCON. */
    public TestSite site(String name, String settings) {
        TestSite site = node(name, settings);
        site.node().tenants().add(site.wwwroot(), "Site " + name.toUpperCase(Locale.ROOT));
        site.open(site.node().tenants().open(site.wwwroot()));
        return site;
    }

    /** Starts a site that can become the hub of a network that it has joined. */
    public TestSite standby(String name) {
        TestSite site = node(name, "");
        site.open(site.node().get(HubTenant.class).standby(site.wwwroot(), "Standby"));
        return site;
    }

    private TestSite node(String name, String settings) {
        TestSite node = new TestSite(folder.resolve(name), name, engine, settings);
        sites.add(node);
        return node;
    }

    /** The line that the hub prints for somebody. */
    public String invite(int subnetwork) {
        return hub().get(Invitations.class)
                .invite("", Optional.of(subnetwork), ACTOR)
                .line();
    }

    /** Has a site use an invitation; the job when it has ended. */
    public static JobView join(TestSite site, String invitation) {
        UUID job = site.get(Membership.class).join(invitation, ACTOR);
        return site.get(Jobs.class).await(job, PATIENCE);
    }

    /** Invites a site to a sub-network and has it join; its links may follow later. */
    public void inviteAndJoin(TestSite site, int subnetwork) {
        JobView job = join(site, invite(subnetwork));
        if (job.state() != JobView.State.DONE) {
            throw new AssertionError(site + " did not join: " + job);
        }
    }

    /** Moves all clocks together, as clocks do. */
    public void advance(Duration by) {
        sites.forEach(site -> site.clock().advance(by));
    }

    /** Waits until every end of every wanted link has confirmed, none waits to be withdrawn, and all members follow. */
    public void awaitMesh(int ends) {
        await(() -> {
            List<LinkEnd> links = hub().get(SubNetworks.class).links();
            return links.size() == ends && links.stream().allMatch(end -> end.state() == LinkEnd.State.LINKED);
        });
        awaitFollowed(sites.stream().filter(this::isMember).toArray(TestSite[]::new));
    }

    private boolean isMember(TestSite site) {
        return site != hub()
                && site.isRunning()
                && site.get(Membership.class)
                        .network()
                        .filter(joined -> joined.hub().equals(hub().wwwroot()))
                        .isPresent();
    }

    /** Waits until these hold and follow what the hub published last: it would undo later what a test does by hand. */
    public void awaitFollowed(TestSite... members) {
        for (TestSite member : members) {
            NetworkDirectory directory = member.get(NetworkDirectory.class);
            await(() -> {
                var published = hub().get(Publisher.class).current().map(Directory::version);
                return published.isPresent()
                        && published.equals(directory.current().map(Directory::version))
                        && directory.isFollowed();
            });
        }
    }

    /**
     * After a leap of all clocks: waits until each site holds a fresh directory again. Hub and members wake together here,
     * so that the first calls meet a hub that has not signed, nor changed its daily key, since before the leap.
     */
    public static void awaitFresh(TestSite... members) {
        for (TestSite member : members) {
            await(() -> member.get(NetworkDirectory.class)
                    .age()
                    .filter(age -> age.state() == DirectoryAge.State.FRESH && age.failures() == 0)
                    .isPresent());
        }
    }

    /** Waits, as long as {@link #PATIENCE}. */
    public static void await(Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .until(condition);
    }

    /** Nobody reaches the site, and calls that are under way are cut. */
    public static void cutOff(TestSite site) {
        site.link().weather(Weather.FAIR.down());
        site.link().cutAll();
    }

    @Override
    public void close() {
        sites.forEach(TestSite::close);
    }
}
