package network.constellation.testnetwork.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.constellation.hub.subnets.SubNetworks;
import network.constellation.keys.address.Wwwroot;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The hub's console over a network that really joined, in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleInBrowserTest {
    private Scene hub;
    private Wwwroot wwwroot;
    private final Map<String, String> pages = new LinkedHashMap<>();
    /** Looked at once wide and once narrow. */
    private final Map<String, String> more = new LinkedHashMap<>();

    @BeforeAll
    void open(@TempDir Path data) {
        hub = Scene.hub(data, "Académie du Sud");
        wwwroot = hub.wwwroot();
        pages.put("overview", "/hub");
        pages.put("sites", "/hub/sites");
        pages.put("subnetworks", "/hub/subnetworks");
        pages.put("invite", "/hub/invite");
        more.put("audit", "/hub/audit");
        more.put("tokens", "/hub/tokens");
        more.put("programs", "/api");
        String site = "/hub/sites/site?address=http://a.localhost:" + hub.node().port();
        for (String tab : List.of("health", "links", "keys", "history")) {
            more.put("site-" + tab, site + "&tab=" + tab);
        }
    }

    @AfterAll
    void close() {
        if (hub != null) {
            hub.close();
        }
    }

    @Test
    void anEmptyNetworkSaysTheFirstStep() {
        try (Browser.Visitor visitor = hub.administrator(Browser.View.DESK)) {
            visitor.page().navigate(wwwroot.with("/hub/sites"));
            assertThat(visitor.page().locator("h1").count()).isEqualTo(1);
            List<String> problems = new ArrayList<>();
            visitor.look("hub-empty-sites", problems);
            assertThat(problems).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, false, en", "1280, true, fr", "390, false, fr", "390, true, en"})
    void theConsoleIsWellInEveryForm(int width, boolean dark, String language) {
        grow();
        List<String> problems = new ArrayList<>();
        try (Browser.Visitor visitor = hub.administrator(new Browser.View(width, dark, language))) {
            String prefix = "hub-" + width + (dark ? "-dark-" : "-light-") + language + "-";
            hub.lookAt(visitor, prefix, pages, problems);
            if (!dark) {
                hub.lookAt(visitor, prefix, more, problems);
            }
            problems.addAll(visitor.complaints());
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void onATelephoneThePlacesAreAMenuThatSaysWhereOneIs() {
        for (String language : List.of("en", "fr")) {
            List<String> problems = new ArrayList<>();
            try (Browser.Visitor visitor = hub.administrator(new Browser.View(390, false, language))) {
                Page page = visitor.page();
                page.navigate(wwwroot.with("/hub/sites"));
                String here = page.locator(".places a[aria-current]").textContent();
                assertThat(page.locator(".places-menu summary").innerText()).contains("Menu", here);
                assertThat(page.locator(".places").isVisible()).isFalse();
                page.locator(".places-menu summary").click();
                visitor.look("hub-390-menu-" + language, problems);
                page.locator(".places a[href='/hub/subnetworks']").click();
                assertThat(page.url()).endsWith("/hub/subnetworks");
                assertThat(page.locator(".places").isVisible()).isFalse();
                assertThat(page.locator(".places-menu summary").innerText()).doesNotContain(here);
            }
            assertThat(problems).isEmpty();
        }
    }

    @Test
    void aSubNetworkIsGivenAServiceMoreByATick() {
        grow();
        SubNetworks subNetworks = hub.get(SubNetworks.class);
        int south = subNetworks.list().get(1).number();
        try (Browser.Visitor visitor = hub.administrator(Browser.View.DESK)) {
            Page page = visitor.page();
            page.navigate(wwwroot.with("/hub/subnetworks"));
            page.locator("#service-" + south + "-mnet_enrol").check();
            page.locator("section[aria-labelledby=subnetwork-" + south + "] form[action$=services] button")
                    .click();
            assertThat(page.locator("body").textContent()).contains("has these services now");
            assertThat(page.locator("#service-" + south + "-mnet_enrol").isChecked())
                    .isTrue();
        }
        assertThat(subNetworks.find(south).orElseThrow().services()).containsExactly("mnet_enrol");
        assertThat(subNetworks.list().get(0).services()).isEmpty();
    }

    /** Two sub-networks with three sites, once. */
    private synchronized void grow() {
        SubNetworks subNetworks = hub.get(SubNetworks.class);
        if (!subNetworks.list().isEmpty()) {
            return;
        }
        int north =
                subNetworks.create(Optional.empty(), "Lycées du Nord", "test").number();
        int south = subNetworks.create(Optional.empty(), "Collèges", "test").number();
        hub.join("a", "Lycée Amina-Diallo", north);
        hub.join("b", "Lycée Bertrand-Russell", north);
        hub.join("c", "Collège Curie", south);
    }
}
