package network.constellation.peer.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.AbstractModule;
import java.nio.file.Path;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.PlatformSettings;
import network.constellation.peer.web.testing.PageBrowser;
import network.constellation.peer.web.testing.TestingSite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebEndpointTest {
    @TempDir
    Path data;

    private TestingSite site;

    @BeforeEach
    void open() {
        site = new TestingSite(data, new AbstractModule() {
            @Override
            protected void configure() {
                Pages.bind(binder(), BrokenPages.class);
                bind(BrokenPages.class).toInstance(new BrokenPages());
            }
        });
    }

    @AfterEach
    void close() {
        site.close();
    }

    /** Fails, and tries to lead away. */
    static final class BrokenPages implements Pages {
        @Override
        public void routes(Routes routes) {
            routes.get("/broken", Access.anonymous(), request -> {
                        throw new IllegalStateException("secret detail");
                    })
                    .get("/away", Access.anonymous(), request -> WebResponse.redirectAway("https://evil.example/"))
                    .getLeaving(
                            "/leaving", Access.anonymous(), request -> WebResponse.redirectAway("https://b.example/"));
        }
    }

    @Test
    void everyAnswerCarriesTheStrictHeaders() {
        PageBrowser browser = site.browser().get("/login");
        assertThat(browser.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(browser.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(browser.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(browser.header("Cache-Control")).isEqualTo("no-store");
        assertThat(browser.header("Strict-Transport-Security"))
                .as("no TLS here")
                .isEmpty();
        assertThat(browser.headers("Set-Cookie")).allMatch(cookie -> cookie.contains("; HttpOnly; SameSite=Lax"));
        assertThat(browser.html()).doesNotContain("<style", " style=", "onclick", "<script>");
    }

    @Test
    void staticFilesAreKeptForAYear() {
        PageBrowser browser = site.browser().get("/login");
        String html = browser.html();
        int from = html.indexOf("/assets/", html.indexOf("<script"));
        browser.get(html.substring(from, html.indexOf('"', from)));
        assertThat(browser.html()).contains("htmx");
        assertThat(browser.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(browser.get("/assets/0000000000000000/app.css").status()).isEqualTo(404);
        assertThat(browser.get("/assets/site-ffcc00.css").html())
                .isEqualTo(":root{--site:#ffcc00;--site-ink:#000000}\n");
    }

    @Test
    void aFailureTellsAReferenceAndNothingElse() {
        PageBrowser browser = site.browser().get("/broken");
        assertThat(browser.status()).isEqualTo(500);
        assertThat(browser.text())
                .containsPattern("Reference for your administrator: [0-9A-F]{10}")
                .doesNotContain("secret detail", "IllegalState");
        assertThat(browser.header("Content-Security-Policy")).isNotEmpty();
    }

    @Test
    void onlyARouteThatSaysSoLeadsToAnotherSite() {
        PageBrowser browser = site.browser().get("/away");
        assertThat(browser.status()).isEqualTo(500);
        assertThat(browser.header("Location")).isEmpty();
        assertThat(site.browser().get("/leaving").header("Location")).isEqualTo("https://b.example/");
    }

    @Test
    void whatIsNotThereIsSaidInTheReadersLanguage() {
        PageBrowser browser = site.browser().header("Accept-Language", "fr").get("/nowhere");
        assertThat(browser.status()).isEqualTo(404);
        assertThat(browser.html()).contains("<html lang=\"fr\"").contains("Cette page n’existe pas");
        assertThat(site.browser().get("/login").submit("/users/1/nothing").status())
                .isEqualTo(404);
        assertThat(site.browser().get("/login").submit("/").status()).isEqualTo(405);
    }

    @Test
    void aFormLargerThanAllowedIsRefused() {
        PageBrowser browser = site.browser().get("/login");
        browser.submit("/login", "username", "x".repeat(6_000_000));
        assertThat(browser.status()).isEqualTo(413);
    }

    @Test
    void languageIsKeptByTheBrowserAndMarkupInItIsText() {
        PageBrowser browser = site.browser().get("/login");
        browser.submit("/preferences", "lang", "fr", "theme", "dark", "back", "//evil.example");
        assertThat(browser.path()).isEqualTo("/");
        assertThat(browser.html()).contains("lang=\"fr\"", "data-theme=\"dark\"");
        browser.submit("/login", "username", "<script>alert(1)</script>", "password", "x");
        assertThat(browser.html()).doesNotContain("<script>alert").contains("&lt;script>alert(1)&lt;/script>");
    }

    @Test
    void duringMaintenanceOnlyAdministratorsComeIn() {
        site.user("claire", "admin");
        site.user("lena");
        PageBrowser lena = site.browser("lena");
        PageBrowser claire = site.browser("claire");
        PlatformSettings settings = site.get(Platform.class).settings();
        settings.set(PlatformSettings.CORE, "maintenance_enabled", "1");
        settings.set(PlatformSettings.CORE, "maintenance_message", "Back at ten.");
        assertThat(lena.get("/account").status()).isEqualTo(503);
        assertThat(lena.text()).contains("Closed for maintenance", "Back at ten.");
        assertThat(lena.header("Retry-After")).isNotEmpty();
        assertThat(site.browser().get("/").status()).isEqualTo(503);
        assertThat(claire.get("/account").status()).isEqualTo(200);
        assertThat(site.browser("claire").get("/").status()).isEqualTo(200);
    }
}
