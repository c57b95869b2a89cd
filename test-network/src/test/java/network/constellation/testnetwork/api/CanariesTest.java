package network.constellation.testnetwork.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import network.constellation.hub.api.ApiScope;
import network.constellation.hub.api.ApiTokens;
import network.constellation.hub.approvals.Administrators;
import network.constellation.hub.approvals.ApprovalRefused;
import network.constellation.keys.identity.SiteKeys;
import network.constellation.peer.accounts.Accounts;
import network.constellation.peer.accounts.NewAccount;
import network.constellation.peer.accounts.OneTimeLinks;
import network.constellation.peer.accounts.SignIn;
import network.constellation.peer.peers.SiteIdentity;
import network.constellation.peer.platform.Profile;
import network.constellation.protocol.admission.Invitation;
import network.constellation.testnetwork.TestNetwork;
import network.constellation.testnetwork.TestSite;
import org.eclipse.jetty.client.HttpClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Secrets that went in by the ordinary roads come out nowhere: logs, audit, what others are shown, databases with the jobs. */
@Tag("P-38")
class CanariesTest {
    private final Map<String, String> canaries = new LinkedHashMap<>();

    @Test
    void noSecretIsInLogsAuditAnswersOrDatabases(@TempDir Path folder) throws Exception {
        Logger root = ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger("network.constellation");
        Level before = root.getLevel();
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root.setLevel(Level.DEBUG);
        root.addAppender(log);
        StringBuilder shown = new StringBuilder();
        HttpClient http = Program.client();
        try (TestNetwork network = TestNetwork.found(folder)) {
            TestSite hub = network.hub();
            TestSite a = network.site("a");
            people(hub);
            people(a);
            String token = token(hub, "everything");
            invitation("invitation", network.invite(1));
            TestNetwork.join(a, invitation("used invitation", network.invite(1)));
            network.inviteAndJoin(network.site("b"), 1);
            network.awaitMesh(2);
            List.of(hub, a).forEach(this::keys);

            Program program = new Program(http, hub, token);
            for (String path : List.of("/peers", "/invitations", "/audit", "/subnetworks", "/links", "/approvals")) {
                shown.append(program.get(path).text());
            }
            shown.append(new Program(http, hub, "cst_" + "f".repeat(40))
                    .get("/peers")
                    .text());
            for (TestSite site : List.of(hub, a)) {
                site.audited(line -> true).forEach(line -> shown.append(line).append('\n'));
                shown.append(site.get(SiteIdentity.class).ring())
                        .append(site.get(SiteIdentity.class).current());
            }
        } finally {
            Program.stop(http);
            root.detachAppender(log);
            root.setLevel(before);
        }
        canaries.forEach((name, secret) -> {
            assertThat(secret).as(name).hasSizeGreaterThan(15);
            assertThat(shown).as(name).doesNotContain(secret);
            assertThat(log.list)
                    .noneSatisfy(event -> assertThat(text(event)).as(name).contains(secret));
        });
        assertThat(log.list).as("something was logged").isNotEmpty();
        assertThat(found(folder, "claire@example.org"))
                .as("the search sees what is stored")
                .isNotEmpty();
        for (Map.Entry<String, String> canary : canaries.entrySet()) {
            assertThat(found(folder, canary.getValue()))
                    .as(canary.getKey())
                    .filteredOn(file -> !isOwnJob(canary.getKey(), file))
                    .isEmpty();
        }
    }

    /** The joining site keeps the line through a kill, in its own job; it is worth nothing once used (JoinState). */
    private static boolean isOwnJob(String canary, Path file) {
        return canary.equals("line of the used invitation") && file.endsWith(Path.of("a", "node.mv.db"));
    }

    private String canary(String name) {
        String secret = "canary-" + name.replace(' ', '-') + "-3f9c1e77";
        canaries.put(name, secret);
        return secret;
    }

    /** Passwords, right and wrong, and links for those who have none. */
    private void people(TestSite site) {
        String where = site.toString().contains("hub") ? "hub" : "site";
        String password = canary("password at " + where);
        Profile profile = Profile.of("Claire", "Bernard", "claire@example.org");
        long claire = site.get(Accounts.class)
                .create(
                        new NewAccount("claire", profile, Optional.of(password), List.of(Accounts.ADMIN)),
                        TestNetwork.ACTOR)
                .id();
        SignIn signIn = site.get(SignIn.class);
        assertThat(signIn.attempt("claire", password, "127.0.0.1")).isInstanceOf(SignIn.Outcome.Welcome.class);
        signIn.attempt("claire", canary("wrong password at " + where), "127.0.0.1");
        OneTimeLinks links = site.get(OneTimeLinks.class);
        canaries.put("reset link at " + where, lastPart(links.reset(claire)));
        canaries.put("setup link at " + where, lastPart(links.setup()));
    }

    private String token(TestSite hub, String name) {
        Administrators administrators = hub.get(Administrators.class);
        assertThatThrownBy(() -> administrators.prove("claire", canary("password for an approval")))
                .isInstanceOf(ApprovalRefused.class);
        String secret = hub.get(ApiTokens.class)
                .create(name, EnumSet.allOf(ApiScope.class), Duration.ofDays(1), "claire")
                .secret();
        canaries.put("token", secret);
        return secret;
    }

    private static String lastPart(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    /** The line, and what of it nobody may know but who was invited. */
    private String invitation(String name, String line) {
        byte[] secret = Invitation.parse(line).token();
        canaries.put("line of the " + name, line);
        canaries.put(name, Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
        canaries.put(name + " in hex", HexFormat.of().formatHex(secret));
        return line;
    }

    private void keys(TestSite site) {
        SiteKeys keys = site.get(SiteIdentity.class).current();
        Map.of(
                        "RSA key", keys.rsa().pkcs8(),
                        "Ed25519 key", keys.ed25519().pkcs8(),
                        "recipient key", keys.recipient().privateKey().pkcs8())
                .forEach((name, pkcs8) -> {
                    // The second line of a PEM, or the only one: without the head that all keys share.
                    String base64 = Base64.getEncoder().encodeToString(pkcs8);
                    int from = base64.length() > 200 ? 128 : 24;
                    canaries.put(name + " of " + site, base64.substring(from, from + 36));
                    String hex = HexFormat.of().formatHex(pkcs8);
                    canaries.put(name + " of " + site + " in hex", hex.substring(hex.length() - 60));
                });
    }

    private static String text(ILoggingEvent event) {
        IThrowableProxy thrown = event.getThrowableProxy();
        return event.getFormattedMessage()
                + event.getMDCPropertyMap()
                + (thrown == null ? "" : ThrowableProxyUtil.asString(thrown));
    }

    /** Databases of all nodes, closed, that have these letters anywhere: in the audit, in states of jobs, in any table. */
    private static List<Path> found(Path folder, String letters) throws IOException {
        byte[] wanted = letters.getBytes(StandardCharsets.UTF_8);
        List<Path> having = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file :
                    all.filter(one -> one.toString().endsWith(".mv.db")).toList()) {
                if (has(Files.readAllBytes(file), wanted)) {
                    having.add(file);
                }
            }
        }
        return having;
    }

    private static boolean has(byte[] bytes, byte[] wanted) {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains(new String(wanted, StandardCharsets.ISO_8859_1));
    }
}
