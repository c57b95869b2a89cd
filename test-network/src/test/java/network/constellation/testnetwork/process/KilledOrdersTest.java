package network.constellation.testnetwork.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import network.constellation.app.Assembly;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.config.ConfigReader;
import network.constellation.peer.jobs.JobView;
import network.constellation.peer.jobs.Jobs;
import network.constellation.peer.node.Node;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.subnets.Membership;
import network.constellation.peer.tenant.TenantLease;
import network.constellation.testnetwork.TestNetwork;
import network.constellation.testnetwork.TestSite;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The hub is killed in the middle of an order, in a process of its own; the sites are tenants of one node here. Each site
 * comes to one final state, each effect happens once, and rolling back brings every former value back.
 */
class KilledOrdersTest {
    @TempDir
    Path folder;

    @Test
    void anOrderToFiveSitesSurvivesAKillOfTheHub() {
        orderKilledAt(5, List.of("order/target/called"), List.of());
    }

    @Tag("proof")
    @Test
    void anOrderToFiftySitesSurvivesThreeKillsOfTheHub() {
        orderKilledAt(
                50,
                List.of("order/target/called", "order/target/stored", "order/sites/done"),
                List.of("order/target/called"));
    }

    private void orderKilledAt(int count, List<String> applying, List<String> restoring) {
        List<TenantLease> sites = new ArrayList<>();
        try (ProcessNode hub = new ProcessNode(folder.resolve("hubprocess"), "hub");
                Node node = Assembly.builder(folder.resolve("sites"))
                        .config(ConfigReader.of(TestSite.LOOPBACK).with("door.port", 0))
                        .build()
                        .start()) {
            hub.start();
            assertThat(hub.ask("found " + hub.wwwroot())).isEqualTo("founded");
            for (int i = 1; i <= count; i++) {
                sites.add(joined(node, hub, i));
            }
            assertThat(hub.ask("plan motto=together")).isEqualTo("1 PLANNED");
            killAt(hub, "apply 1", applying);
            TestNetwork.await(() -> hub.ask("order 1").startsWith("DONE"));
            assertThat(hub.ask("order 1")).isEqualTo("DONE DONE");
            for (TenantLease site : sites) {
                assertThat(motto(site)).isEqualTo("together");
                assertThat(executed(site)).isEqualTo(1);
            }
            killAt(hub, "rollback 1", restoring);
            TestNetwork.await(() -> hub.ask("order 1").startsWith("ROLLED_BACK"));
            assertThat(hub.ask("order 1")).isEqualTo("ROLLED_BACK RESTORED");
            for (int i = 1; i <= count; i++) {
                assertThat(motto(sites.get(i - 1))).isEqualTo(i % 2 == 0 ? "motto " + i : "");
                assertThat(executed(sites.get(i - 1))).isEqualTo(2);
            }
            assertThat(hub.ask("audit")).contains("true");
            System.out.println("Order to " + count + " sites: hub killed " + (applying.size() + restoring.size())
                    + " times, every effect once, every former value back");
        } finally {
            sites.forEach(TenantLease::close);
        }
    }

    /** Every second site has a value of its own, the others have none. */
    private static TenantLease joined(Node node, ProcessNode hub, int number) {
        Wwwroot wwwroot = Wwwroot.of("http://s" + number + ".localhost:" + node.port());
        node.tenants().add(wwwroot, "Site " + number);
        TenantLease site = node.tenants().open(wwwroot);
        UUID job = site.get(Membership.class).join(hub.ask("invite 0"), TestNetwork.ACTOR);
        assertThat(site.get(Jobs.class).await(job, TestNetwork.PATIENCE).state())
                .isEqualTo(JobView.State.DONE);
        if (number % 2 == 0) {
            site.get(Platform.class).settings().set("core", "motto", "motto " + number);
        }
        return site;
    }

    /** Gives the order to a hub that dies at the first point, and at each later one while it goes on by itself. */
    private static void killAt(ProcessNode hub, String order, List<String> points) {
        if (points.isEmpty()) {
            hub.ask(order);
            return;
        }
        hub.kill();
        hub.startToHaltAt(points.get(0));
        hub.order(order);
        assertThat(hub.awaitEnd()).isEqualTo(HaltingMain.STATUS);
        for (String point : points.subList(1, points.size())) {
            hub.startToHaltAt(point);
            assertThat(hub.awaitEnd()).as(point).isEqualTo(HaltingMain.STATUS);
        }
        hub.start();
    }

    private static String motto(TenantLease site) {
        return site.get(Platform.class).settings().get("core", "motto").orElse("");
    }

    private static long executed(TenantLease site) {
        site.get(Audit.class).flush();
        return site.get(Audit.class).page(Long.MAX_VALUE, 500).stream()
                .filter(line -> line.event().name().equals("order.executed"))
                .filter(line ->
                        "mnetadmin_rpc_set_config".equals(line.event().details().get("function")))
                .count();
    }
}
