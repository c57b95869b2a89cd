package network.constellation.app.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import network.constellation.app.Assembly;
import network.constellation.hub.founding.HubTenant;
import network.constellation.hub.registry.Invitations;
import network.constellation.hub.subnets.LinkEnd;
import network.constellation.hub.subnets.SubNetworks;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.accounts.Accounts;
import network.constellation.peer.accounts.NewAccount;
import network.constellation.peer.config.ConfigReader;
import network.constellation.peer.jobs.JobView;
import network.constellation.peer.jobs.Jobs;
import network.constellation.peer.node.Node;
import network.constellation.peer.platform.CourseDraft;
import network.constellation.peer.platform.Courses;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.Profile;
import network.constellation.peer.subnets.JoinedNetwork;
import network.constellation.peer.subnets.Membership;

/** A hub and three sites in one process. Building it again on the same data changes nothing. */
final class DemoWorld implements AutoCloseable {
    /** Of every sample account; these networks never leave the machine. */
    static final String PASSWORD = "wide-sky-4-all";

    static final int SUBNETWORK = 1;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ACTOR = "demo";

    static final List<Login> LOGINS = List.of(
            new Login("admin", "hub", "administrator of the network", "Ada", "Lindqvist", List.of(Accounts.ADMIN)),
            new Login("alice", "a", "teacher at Aster School", "Alice", "Moreau", List.of()),
            new Login("admin", "a", "administrator of Aster School", "Anouk", "Bernard", List.of(Accounts.ADMIN)),
            new Login("bruno", "b", "learner at Birch College", "Bruno", "Ferri", List.of()),
            new Login("admin", "b", "administrator of Birch College", "Birgit", "Holm", List.of(Accounts.ADMIN)),
            new Login("admin", "c", "administrator of Cedar Institute", "Carla", "Santos", List.of(Accounts.ADMIN)));

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
        for (String key : List.of("a", "b", "c")) {
            join(key);
        }
        awaitLinks();
        people();
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
            case "a" -> "Aster School";
            case "b" -> "Birch College";
            default -> "Cedar Institute";
        };
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
                    .invite(name, Optional.of(SUBNETWORK), ACTOR)
                    .line();
            UUID job = membership.join(line, ACTOR);
            JobView ended = site.get(Jobs.class).await(job, PATIENCE);
            if (ended.state() != JobView.State.DONE) {
                throw new IllegalStateException(name + " could not join: "
                        + ended.lastError().orElse("it takes longer than " + PATIENCE.toSeconds() + " s"));
            }
        }
        return site;
    }

    /** Waits until every site knows every other. */
    List<LinkEnd> awaitLinks() {
        SubNetworks subNetworks = site("hub").get(SubNetworks.class);
        Waiting.until(PATIENCE, "all links are set up", () -> {
            List<LinkEnd> links = subNetworks.links();
            return links.size() == 6 && links.stream().allMatch(end -> end.state() == LinkEnd.State.LINKED);
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
        course("b", "BIRDS", "Birds of the north", "Recognise forty birds by sight and by song.");
        course("c", "STARS", "Reading the night sky", "From the first constellation to a star map of your own.");
    }

    private void course(String key, String shortname, String fullname, String summary) {
        Courses courses = site(key).get(Platform.class).courses();
        if (courses.findByShortname(shortname).isEmpty()) {
            long category = courses.categories().get(0).id();
            courses.create(new CourseDraft(
                    shortname, fullname, "", summary, true, category, Optional.empty(), Optional.empty()));
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
