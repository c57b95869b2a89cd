package network.constellation.testnetwork.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import network.constellation.hub.directory.Publisher;
import network.constellation.hub.directory.Suspensions;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.audit.AuditLine;
import network.constellation.peer.directory.DirectoryAge;
import network.constellation.peer.directory.NetworkDirectory;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.protocol.call.Fault;
import network.constellation.protocol.directory.Directory;
import network.constellation.protocol.directory.DirectoryVersion;
import network.constellation.protocol.method.Nothing;
import network.constellation.protocol.method.roaming.RoamingMethods;
import network.constellation.protocol.method.system.SystemMethods;
import network.constellation.testnetwork.TestNetwork;
import network.constellation.testnetwork.TestSite;
import network.constellation.testnetwork.link.Weather;

/** A hub and members that hold its directory; all clocks move together, as clocks do. */
final class DirectoryWorld implements AutoCloseable {
    final TestNetwork network;
    final TestSite hub;
    final List<TestSite> members = new ArrayList<>();

    DirectoryWorld(Path folder, String... names) {
        this(folder, names.length, names);
    }

    /** @param together how many are in one sub-network, and so know each other; it divides the number of all */
    DirectoryWorld(Path folder, int together, String... names) {
        network = TestNetwork.found(folder);
        hub = network.hub();
        // Hundreds of nodes in one process: each looks for work every tenth of a second otherwise.
        String pace = names.length > 20 ? "jobs { poll = 2s, heartbeat = 60s }" : "";
        for (String name : names) {
            members.add(network.site(name, pace));
        }
        IntStream.range(0, names.length)
                .parallel()
                .forEach(number -> network.inviteAndJoin(members.get(number), 1 + number / together));
        network.awaitMesh(names.length * (together - 1));
    }

    TestSite member(int number) {
        return members.get(number);
    }

    void advance(Duration by) {
        network.advance(by);
    }

    void hubAway() {
        TestNetwork.cutOff(hub);
    }

    /** Connections made in bad weather would keep it. */
    void hubBack() {
        hub.link().weather(Weather.FAIR);
        hub.link().cutAll();
    }

    static DirectoryAge age(TestSite site) {
        return site.get(NetworkDirectory.class).age().orElseThrow();
    }

    /** The version that a site holds. */
    static DirectoryVersion version(TestSite site) {
        return site.get(NetworkDirectory.class)
                .current()
                .map(Directory::version)
                .orElse(DirectoryVersion.NONE);
    }

    /** Whether the hub's own directory and list were signed lately. */
    static boolean isFresh(TestSite hub) {
        return hub.get(Publisher.class)
                        .current()
                        .filter(now -> now.header()
                                .issued()
                                .plus(Duration.ofHours(2))
                                .isAfter(hub.clock().instant()))
                        .isPresent()
                && hub.get(Suspensions.class)
                        .list()
                        .filter(now -> now.age(hub.clock().instant()).toMinutes() < 5)
                        .isPresent();
    }

    /** A call that reads. */
    static void read(TestSite from, TestSite to) {
        assertThat(from.get(PeerClient.class)
                        .call(from.peer(to).orElseThrow(), SystemMethods.LIST_SERVICES, Nothing.NOTHING))
                .isNotEmpty();
    }

    /** A call that changes something: nobody is told to be active. */
    static void write(TestSite from, TestSite to) {
        var answer = from.get(PeerClient.class)
                .call(from.peer(to).orElseThrow(), RoamingMethods.KEEPALIVE_SERVER, List.of());
        assertThat(answer).isNotNull();
    }

    /** The code with which something is refused. */
    static int refused(Runnable call) {
        Fault fault = catchThrowableOfType(Fault.class, call::run);
        assertThat(fault).as("refused").isNotNull();
        return fault.code();
    }

    /** Lines of the audit with this name. */
    static List<AuditEvent> audited(TestSite site, String name) {
        return site.audited(line -> line.event().name().equals(name)).stream()
                .map(AuditLine::event)
                .toList();
    }

    @Override
    public void close() {
        network.close();
    }
}
