package network.constellation.testnetwork.connectivity;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import network.constellation.hub.connectivity.Matrix;
import network.constellation.peer.accounts.Accounts;
import network.constellation.peer.accounts.NewAccount;
import network.constellation.peer.connectivity.Connectivity;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.platform.Profile;
import network.constellation.testnetwork.TestNetwork;
import network.constellation.testnetwork.TestSite;
import network.constellation.testnetwork.link.Weather;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Administrators hear by mail of a site that nobody reaches, and of its return, through a real mail server. */
class MatrixLettersTest {
    private GreenMail post;

    @BeforeEach
    void open() {
        post = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());
        post.start();
    }

    @AfterEach
    void close() {
        post.stop();
    }

    @Test
    void oneLetterOfATroubleAndOneOfItsEndInTheReadersLanguage(@TempDir Path folder) throws Exception {
        try (TestNetwork network = TestNetwork.found(
                folder,
                "connectivity.every = 24h\nmatrix.every = 24h\nmail { host = \"127.0.0.1\", security = none, port = "
                        + post.getSmtp().getPort() + " }\n")) {
            TestSite hub = network.hub();
            TestSite site = network.site("b", "connectivity.every = 24h\n");
            network.inviteAndJoin(site, 1);
            administrator(hub, "lena", "fr");
            round(hub, site);
            TestNetwork.cutOff(site);
            round(hub, site);
            round(hub, site);
            String trouble = letter(1);
            assertThat(trouble)
                    .contains(
                            "Bonjour Lena Martin",
                            "Network of hub",
                            "Site B",
                            hub.wwwroot().with("/hub/matrix"));
            site.link().weather(Weather.FAIR);
            round(hub, site);
            assertThat(letter(2)).contains("Site B").isNotEqualTo(trouble);
        }
    }

    private static void administrator(TestSite hub, String name, String language) {
        Profile profile = Profile.of("Lena", "Martin", name + "@example.org").with(Profile.LANGUAGE, language);
        hub.get(Accounts.class)
                .create(new NewAccount(name, profile, Optional.empty(), List.of(Accounts.ADMIN)), TestNetwork.ACTOR);
    }

    /** Both look twice, as trouble is told when it was found twice; then the hub collects. */
    private static void round(TestSite hub, TestSite site) {
        for (TestSite at : List.of(hub, site, hub, site)) {
            at.get(Peers.class).list().stream()
                    .filter(Peer::isApproved)
                    .forEach(peer -> at.get(Connectivity.class).look(peer));
        }
        hub.get(Matrix.class).collect();
    }

    /** The text of the letter of this number, once so many came and no more. */
    private String letter(int number) throws Exception {
        assertThat(post.waitForIncomingEmail(30_000, number)).isTrue();
        assertThat(post.getReceivedMessages()).hasSize(number);
        MimeMessage letter = post.getReceivedMessages()[number - 1];
        return new String(letter.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
