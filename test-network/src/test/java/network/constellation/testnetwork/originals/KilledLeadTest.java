package network.constellation.testnetwork.originals;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.testing.TestingKeys;
import network.constellation.testnetwork.TestNetwork;
import network.constellation.testnetwork.process.ProcessNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A hub that is killed in the middle of taking a site of the originals under it. */
@Tag("proof")
@Tag("NA-13")
class KilledLeadTest {
    private final CryptoEngine engine = CryptoEngine.detect();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lead-site/meet/done",
                "lead-site/key-boot/done",
                "lead-site/adopt/before",
                "lead-site/adopt/done",
                "lead-site/greet/done"
            })
    void goesOnWhereItStoodWithoutASecondKeyBootOrRow(String point, @TempDir Path folder) {
        try (ProcessNode hub = new ProcessNode(folder.resolve("hub"), "hub");
                VMoodleSite site = new VMoodleSite("killed", "local/vmoodle/", engine, new TestingKeys(engine).rsa())) {
            hub.start();
            hub.ask("found " + hub.wwwroot());
            site.prepareFor(hub.wwwroot());
            hub.kill();
            if (hub.startToHaltAt(point)) {
                hub.order("lead " + site.wwwroot());
            }
            hub.awaitEnd();
            hub.start();
            TestNetwork.await(() -> hub.ask("led").equals("led"));
            assertThat(site.boots).isEqualTo(1);
            assertThat(List.of(hub.ask("peers").split(",")))
                    .containsOnlyOnce(site.wwwroot().value());
            TestNetwork.await(() -> hub.ask("jobs").contains("lead-site/DONE"));
            assertThat(hub.ask("jobs")).doesNotContain("FAILED");
            assertThat(hub.ask("call " + site.wwwroot())).isEqualTo("answered 0");
        }
    }
}
