package network.constellation.app.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import network.constellation.app.Assembly;
import network.constellation.hub.founding.HubTenant;
import network.constellation.hub.registry.Invitations;
import network.constellation.hub.reporting.Collector;
import network.constellation.hub.subnets.LinkEnd;
import network.constellation.hub.subnets.SubNetworks;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.accounts.Accounts;
import network.constellation.peer.accounts.NewAccount;
import network.constellation.peer.config.ConfigReader;
import network.constellation.peer.courses.UnfitPackageException;
import network.constellation.peer.jobs.JobView;
import network.constellation.peer.jobs.Jobs;
import network.constellation.peer.node.Node;
import network.constellation.peer.platform.Permission;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.Profile;
import network.constellation.peer.subnets.JoinedNetwork;
import network.constellation.peer.subnets.Membership;
import network.constellation.peer.usage.PastUsage;
import network.constellation.peer.usage.Usage;

/**
 * A hub and four sites in one process, in two sub-networks that have the library and one school in common. Building it again
 * on the same data changes nothing.
 */
final class DemoWorld implements AutoCloseable {
    /** Of every sample account; these networks never leave the machine. */
    static final String PASSWORD = "wide-sky-4-all";

    /** The sites in the order in which they join. */
    static final List<String> KEYS = List.of("a", "b", "c", "d");

    /** Members of the two sub-networks; the author's site and the second school have no link. */
    static final Map<Integer, List<String>> SUBNETWORKS = Map.of(1, List.of("a", "b", "c"), 2, List.of("b", "c", "d"));

    private static final int LINK_ENDS = 12;
    static final int WEEKS = 6;
    private static final long SEED = 20261121;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ACTOR = "demo";

    static final List<Login> LOGINS = List.of(
            new Login("admin", "hub", "administrator of the network", "Ada", "Lindqvist", List.of(Accounts.ADMIN)),
            new Login("alice", "a", "writes courses at Aster Authors", "Alice", "Moreau", List.of("coursecreator")),
            new Login("admin", "a", "administrator of Aster Authors", "Anouk", "Bernard", List.of(Accounts.ADMIN)),
            new Login("admin", "b", "administrator of Birch Library", "Birgit", "Holm", List.of(Accounts.ADMIN)),
            new Login("chen", "c", "teaches at Cedar School", "Chen", "Li", List.of("coursecreator")),
            new Login("admin", "c", "administrator of Cedar School", "Carla", "Santos", List.of(Accounts.ADMIN)),
            new Login("dario", "d", "learns at Dune School", "Dario", "Ferri", List.of()),
            new Login("admin", "d", "administrator of Dune School", "Dunja", "Novak", List.of(Accounts.ADMIN)));

    private final Node node;
    private final int port;
    private final List<DemoSite> sites = new ArrayList<>();

    /** A sample account. */
    record Login(String username, String site, String who, String first, String last, List<String> roles) {}

    private DemoWorld(Node node, int port) {
        this.node = node;
        this.port = port;
    }

    /** Starts the node; nothing is founded yet, unless the data is that of an earlier run. */
    static DemoWorld open(Path data, int port) {
        ConfigReader settings = ConfigReader.empty()
                .with("door.port", port)
                .with("door.bind", "127.0.0.1")
                .with("net.allow-addresses", List.of("127.0.0.0/8", "::1/128"))
                .with("net.allow-http", true);
        Node node = Assembly.builder(data).config(settings).build().start();
        return new DemoWorld(node, port);
    }

    /** Everything up to the network in which people can roam. */
    void build() {
        found();
        KEYS.forEach(this::join);
        awaitLinks();
        people();
        activity();
        courses();
        site("hub").get(Collector.class).collect();
    }

    /** The sample courses where they belong, one of them open to other schools. */
    private void courses() {
        DemoCourses courses = new DemoCourses(this);
        courses.roles();
        try {
            // The second course stays on the shelf: publishing it is for whoever tries the demonstration.
            courses.open(courses.deploy(courses.publish(1).get(0)));
            // One deviation, so that the comparison of role sheets has something to say.
            site("c")
                    .get(Platform.class)
                    .roles()
                    .permit("student", "moodle/course:viewparticipants", Optional.of(Permission.PREVENT));
        } catch (IOException | UnfitPackageException failed) {
            throw new IllegalStateException("The sample courses cannot be published", failed);
        }
    }

    /** Some weeks of school life, once. */
    void activity() {
        Instant now = node.get(Clock.class).instant();
        List<GeneratedActivity.Shape> shapes = new ArrayList<>();
        for (String key : KEYS) {
            List<Wwwroot> reaches = KEYS.stream()
                    .filter(other -> !other.equals(key) && linked(key, other))
                    .map(other -> site(other).wwwroot())
                    .toList();
            SchoolPeople people = new SchoolPeople(site(key), 12 + 9 * KEYS.indexOf(key));
            shapes.add(new GeneratedActivity.Shape(
                    site(key).wwwroot(),
                    site(key).get(Usage.class).zone(),
                    people.learners(),
                    people.courses(),
                    reaches));
        }
        Map<Wwwroot, List<PastUsage>> made = GeneratedActivity.of(SEED, now, WEEKS, shapes);
        for (String key : KEYS) {
            GeneratedActivity.fill(
                    site(key).get(Usage.class), made.getOrDefault(site(key).wwwroot(), List.of()), now);
        }
    }

    DemoSite found() {
        Wwwroot address = address("hub");
        node.get(HubTenant.class).found(address, "Northern Lights", ACTOR).close();
        DemoSite hub = DemoSite.open(node, "hub", "Northern Lights", address);
        sites.add(hub);
        return hub;
    }

    /** Adds a site, invites it, and has it join; returns when the hub has admitted it. */
    DemoSite join(String key) {
        String name = switch (key) {
            case "a" -> "Aster Authors";
            case "b" -> "Birch Library";
            case "c" -> "Cedar School";
            default -> "Dune School";
        };
        List<Integer> numbers = SUBNETWORKS.keySet().stream()
                .filter(number -> SUBNETWORKS.getOrDefault(number, List.of()).contains(key))
                .sorted()
                .toList();
        DemoSite site = DemoSite.open(node, key, name, address(key));
        sites.add(site);
        Membership membership = site.get(Membership.class);
        boolean member = membership
                .network()
                .filter(network -> network.state() == JoinedNetwork.State.MEMBER)
                .isPresent();
        if (!member) {
            String line = site("hub")
                    .get(Invitations.class)
                    .invite(name, Optional.of(numbers.get(0)), ACTOR)
                    .line();
            UUID job = membership.join(line, ACTOR);
            JobView ended = site.get(Jobs.class).await(job, PATIENCE);
            if (ended.state() != JobView.State.DONE) {
                throw new IllegalStateException(name + " could not join: "
                        + ended.lastError().orElse("it takes longer than " + PATIENCE.toSeconds() + " s"));
            }
            for (int further : numbers.subList(1, numbers.size())) {
                SubNetworks subNetworks = site("hub").get(SubNetworks.class);
                if (subNetworks.find(further).isEmpty()) {
                    subNetworks.create(Optional.of(further), "", ACTOR);
                }
                subNetworks.join(further, site.wwwroot(), ACTOR);
            }
        }
        return site;
    }

    /** Whether the two sites share a sub-network. */
    static boolean linked(String one, String other) {
        return SUBNETWORKS.values().stream().anyMatch(members -> members.contains(one) && members.contains(other));
    }

    /** Waits until all sites of each sub-network know each other. */
    List<LinkEnd> awaitLinks() {
        SubNetworks subNetworks = site("hub").get(SubNetworks.class);
        subNetworks.setServices(2, List.of("mnet_enrol"), ACTOR);
        Waiting.until(PATIENCE, "all links are set up", () -> {
            List<LinkEnd> links = subNetworks.links();
            return links.size() == LINK_ENDS && links.stream().allMatch(end -> end.state() == LinkEnd.State.LINKED);
        });
        return subNetworks.links();
    }

    void people() {
        for (Login login : LOGINS) {
            DemoSite site = site(login.site());
            Platform platform = site.get(Platform.class);
            if (platform.users().findLocal(login.username()).isEmpty()) {
                String mail = login.username() + "@" + login.site() + ".example.org";
                site.get(Accounts.class)
                        .create(
                                new NewAccount(
                                        login.username(),
                                        Profile.of(login.first(), login.last(), mail),
                                        Optional.of(PASSWORD),
                                        login.roles()),
                                ACTOR);
            }
        }
    }

    List<DemoSite> all() {
        return List.copyOf(sites);
    }

    DemoSite site(String key) {
        return sites.stream()
                .filter(site -> site.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The demonstration has no site " + key));
    }

    private Wwwroot address(String key) {
        return Wwwroot.of(String.format(Locale.ROOT, "http://%s.localhost:%d", key, port));
    }

    @Override
    public void close() {
        sites.forEach(DemoSite::close);
        node.close();
    }
}
