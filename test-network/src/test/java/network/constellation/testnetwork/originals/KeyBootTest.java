package network.constellation.testnetwork.originals;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import network.constellation.peer.peers.SiteIdentity;
import network.constellation.testnetwork.TestNetwork;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The window in which a master may have a site of ours make new keys. */
class KeyBootTest extends MasterAndSite {
    private VMoodleSite.Reply boot(String path, String key, String secret) {
        String form =
                "pk=" + URLEncoder.encode(key, StandardCharsets.UTF_8) + (secret.isEmpty() ? "" : "&secret=" + secret);
        return master.post(
                site.wwwroot().with(path), "application/x-www-form-urlencoded", form.getBytes(StandardCharsets.UTF_8));
    }

    private void assertRefused(VMoodleSite.Reply answer, int generation) {
        assertThat(answer.status()).isGreaterThanOrEqualTo(400);
        assertThat(answer.text()).doesNotContain("SUCCESS");
        assertThat(site.get(SiteIdentity.class).ring().lastGeneration()).isEqualTo(generation);
    }

    @Test
    @Tag("NA-9")
    @Tag("NA-10")
    @Tag("NA-11")
    void theKeyBootOpensOnceBySecretAndClosesByTime() {
        String path = "/local/vmoodle/keyboot.php";
        String old = "/blocks/vmoodle/keyboot.php";
        String pem = master.certificate().pem();
        int before = site.get(SiteIdentity.class).ring().lastGeneration();
        assertRefused(boot(path, pem, "x"), before);

        String secret = masters().openWindow(Duration.ofMinutes(10), TestNetwork.ACTOR);
        assertRefused(boot(path, "", secret), before);
        assertRefused(boot(path, stranger.certificate().pem(), secret), before);
        assertRefused(boot(path, pem, ""), before);
        assertRefused(boot(path, pem, secret.replace(secret.charAt(0), 'z')), before);
        assertRefused(boot(path, pem + "x".repeat(20_000), secret), before);
        assertRefused(master.post(site.wwwroot().with(path), "text/plain", new byte[0]), before);
        assertThat(master.get(site.wwwroot().with(path)).status()).isEqualTo(405);

        site.clock().advance(Duration.ofMinutes(11));
        assertRefused(boot(path, pem, secret), before);
        String second = masters().openWindow(Duration.ofMinutes(10), TestNetwork.ACTOR);
        assertRefused(boot(path, pem, secret), before);
        VMoodleSite.Reply done = boot(old, "\r\n" + pem.replace("\n", "\r\n"), second);
        assertThat(done.text()).isEqualTo("SUCCESS");
        assertThat(site.get(SiteIdentity.class).current().generation()).isEqualTo(before + 1);
        assertRefused(boot(path, pem, second), before + 1);

        assertThat(site.audited(line -> line.event().name().equals("keyboot.done")))
                .hasSize(1);
        assertThat(site.audited(line -> line.event().name().equals("keyboot.refused")))
                .extracting(line -> line.event().details().get("reason"))
                .contains("empty-key", "unknown-key", "no-secret", "no-window", "window-closed", "window-used");
        assertStatus(bind(sibling), 200);
    }
}
