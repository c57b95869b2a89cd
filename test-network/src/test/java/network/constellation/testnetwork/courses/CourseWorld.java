package network.constellation.testnetwork.courses;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import network.constellation.peer.courses.Catalog;
import network.constellation.peer.courses.CourseOrders;
import network.constellation.peer.courses.CourseSettings;
import network.constellation.peer.courses.CourseShelf;
import network.constellation.peer.courses.CourseVersion;
import network.constellation.peer.courses.KnownSites;
import network.constellation.peer.courses.NodeRole;
import network.constellation.peer.courses.NodeRoles;
import network.constellation.peer.courses.Publications;
import network.constellation.peer.courses.ShelfOrder;
import network.constellation.peer.courses.UnfitPackageException;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.Profile;
import network.constellation.peer.platform.Scope;
import network.constellation.peer.platform.User;
import network.constellation.peer.platform.UserKey;
import network.constellation.testnetwork.TestNetwork;
import network.constellation.testnetwork.TestSite;
import network.constellation.testnetwork.vectors.VectorFolder;

/** A hub, a factory, a catalog and a school, joined by invitation alone: no service was set by hand. */
final class CourseWorld implements AutoCloseable {
    static final String MANAGER = "manager";

    final TestNetwork network;
    final TestSite factory;
    final TestSite catalog;
    final TestSite school;
    final long catalogShelf;
    final long schoolShelf;

    CourseWorld(Path folder) {
        network = TestNetwork.found(folder);
        factory = network.site("factory");
        catalog = network.site("catalog");
        school = network.site("school");
        for (TestSite site : List.of(factory, catalog, school)) {
            network.inviteAndJoin(site, 1);
        }
        network.awaitMesh(6);
        role(factory, NodeRole.FACTORY);
        role(catalog, NodeRole.CATALOG);
        role(school, NodeRole.LEARNING_AREA);
        shelf(factory, "Written");
        catalogShelf = shelf(catalog, "Published");
        schoolShelf = shelf(school, "Arrived");
    }

    private static void role(TestSite site, NodeRole role) {
        site.get(CourseSettings.class).setRoles(NodeRoles.of(role), TestNetwork.ACTOR);
    }

    private static long shelf(TestSite site, String name) {
        long id = site.get(Platform.class)
                .courses()
                .createCategory(name, "", "", 0)
                .id();
        site.get(CourseSettings.class).setDeployCategory(Optional.of(id), TestNetwork.ACTOR);
        return id;
    }

    /** An account here of somebody whose home is {@code home}, with a role on the whole site. */
    static User person(TestSite here, TestSite home, String username, String role) {
        Platform platform = here.get(Platform.class);
        UserKey key = new UserKey(home.wwwroot(), username);
        User user = platform.users()
                .find(key)
                .orElseGet(() -> platform.users()
                        .create(
                                key,
                                here == home ? User.MANUAL : User.MNET,
                                Profile.of("T", "Teacher", username + "@example.org")));
        if (!role.isEmpty()) {
            platform.roles().assign(user.id(), role, Scope.site());
        }
        return user;
    }

    static byte[] sample(String name) {
        return VectorFolder.find().orElseThrow().bytes("mbz/" + name);
    }

    /** Puts a package on the factory's shelf. */
    CourseVersion add(byte[] content, Optional<String> uid) {
        try {
            return factory.get(CourseShelf.class)
                    .add(new ByteArrayInputStream(content), uid, TestNetwork.ACTOR)
                    .version();
        } catch (IOException | UnfitPackageException failed) {
            throw new AssertionError(failed);
        }
    }

    /** Publishes to the catalog and waits until everybody knows. */
    ShelfOrder publish(CourseVersion version) {
        return publish(version, false);
    }

    ShelfOrder publish(CourseVersion version, boolean replacing) {
        String number = factory.get(CourseOrders.class).newNumber();
        factory.get(Publications.class).publish(number, version, catalog.wwwroot(), Optional.empty(), replacing);
        ShelfOrder order = ended(factory, number);
        school.get(KnownSites.class).refresh();
        return order;
    }

    /** Has the school deploy what the catalog shows. */
    ShelfOrder deploy(String uid, Optional<User> user, long category) {
        String number = school.get(CourseOrders.class).newNumber();
        school.get(CourseOrders.class).deploy(new CourseOrders.Wish(number, uid, catalog.wwwroot(), user, category));
        return ended(school, number);
    }

    static ShelfOrder ended(TestSite site, String number) {
        TestNetwork.await(() -> site.get(CourseOrders.class)
                .find(number)
                .filter(order -> order.state() != ShelfOrder.State.OPEN)
                .isPresent());
        return site.get(CourseOrders.class).find(number).orElseThrow();
    }

    static ShelfOrder done(ShelfOrder order) {
        assertThat(order.state()).as(order.note()).isEqualTo(ShelfOrder.State.DONE);
        return order;
    }

    /** What the catalog itself shows. */
    Set<String> shown() {
        return catalog.get(Catalog.class).own().stream()
                .map(entry -> entry.uid() + " v" + entry.version())
                .collect(java.util.stream.Collectors.toSet());
    }

    @Override
    public void close() {
        network.close();
    }
}
