package network.constellation.testnetwork.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import network.constellation.app.demo.GeneratedActivity;
import network.constellation.hub.reporting.Collector;
import network.constellation.hub.subnets.SubNetworks;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.accounts.Accounts;
import network.constellation.peer.accounts.NewAccount;
import network.constellation.peer.platform.Profile;
import network.constellation.peer.tenant.TenantLease;
import network.constellation.peer.usage.PastUsage;
import network.constellation.peer.usage.Usage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The report and the search for a person in a real browser, over four weeks of four sites, one of them silent. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportInBrowserTest {
    private static final String FORMULA = "=HYPERLINK(\"x\") Collège";

    private Scene scene;

    @BeforeAll
    void open(@TempDir Path data) {
        scene = Scene.hub(data, "Académie du Sud", "usage.time-zone = \"Europe/Paris\"");
        int north = scene.get(SubNetworks.class)
                .create(Optional.empty(), "Lycées du Nord", "test")
                .number();
        Map<String, String> names = new LinkedHashMap<>();
        names.put("a", "Lycée Amina-Diallo");
        names.put("b", "Lycée Bertrand-Russell");
        names.put("c", FORMULA);
        names.put("d", "Lycée Duras");
        names.forEach((host, name) -> join(host, name, north));
        fill();
        scene.node().tenants().disable(address("d"));
        scene.get(Collector.class).collect();
    }

    private Wwwroot address(String host) {
        return Wwwroot.of("http://" + host + ".localhost:" + scene.node().port());
    }

    private void join(String host, String name, int subnetwork) {
        try (TenantLease lease = scene.node().tenants().open(scene.join(host, name, subnetwork))) {
            lease.get(Accounts.class)
                    .create(
                            new NewAccount(
                                    "anna." + host,
                                    Profile.of("Anna", "Martin", "anna." + host + "@example.org"),
                                    Optional.of(Scene.PASSWORD),
                                    List.of()),
                            "test");
        }
    }

    private void fill() {
        Instant now = Clock.systemUTC().instant();
        ZoneId paris = ZoneId.of("Europe/Paris");
        List<GeneratedActivity.Shape> shapes = List.of(
                shape("a", paris, 60, "b", "c"),
                shape("b", paris, 35, "a"),
                shape("c", paris, 20, "a", "b"),
                shape("d", paris, 15, "a"));
        Map<Wwwroot, List<PastUsage>> made = GeneratedActivity.of(11, now, 5, shapes);
        made.forEach((site, past) -> {
            try (TenantLease lease = scene.node().tenants().open(site)) {
                GeneratedActivity.fill(lease.get(Usage.class), past, now);
            }
        });
    }

    private GeneratedActivity.Shape shape(String host, ZoneId zone, int users, String... reaches) {
        List<Wwwroot> others = new ArrayList<>();
        for (String other : reaches) {
            others.add(address(other));
        }
        return new GeneratedActivity.Shape(
                address(host), zone, LongStream.rangeClosed(1, users).boxed().toList(), List.of(1L, 2L, 3L), others);
    }

    @AfterAll
    void close() {
        if (scene != null) {
            scene.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, false, fr", "390, true, en"})
    void thePagesAreWellInEveryForm(int width, boolean dark, String language) {
        List<String> problems = new ArrayList<>();
        String form = width + (dark ? "-dark-" : "-light-") + language;
        try (Browser.Visitor visitor = scene.visitor(new Browser.View(width, dark, language))) {
            Page page = visitor.page();
            scene.signIn(page);
            page.navigate(scene.wwwroot().with("/hub/report"));
            assertThat(page.locator(".flow-arc").count()).isPositive();
            assertThat(page.locator("main").textContent()).contains("Lycée Duras");
            visitor.look("report-" + form, problems);
            page.locator("a.opens").first().click();
            assertThat(page.locator(".report-totals thead th").count()).isEqualTo(2);
            visitor.look("report-site-" + form, problems);
            page.navigate(scene.wwwroot().with("/hub/people"));
            visitor.look("people-" + form, problems);
            page.locator("#f-text").fill("martin");
            page.locator("main button.primary").click();
            assertThat(page.locator("article").count()).isEqualTo(3);
            assertThat(page.url()).doesNotContain("martin");
            visitor.look("people-found-" + form, problems);
            problems.addAll(visitor.complaints());
        }
        assertThat(problems).isEmpty();
    }

    @Test
    @Tag("NA-68")
    void fileAndDocumentHoldTheNumbersOfTheScreen() throws IOException {
        try (Browser.Visitor visitor = scene.visitor(Browser.View.DESK)) {
            Page page = visitor.page();
            scene.signIn(page);
            page.navigate(scene.wwwroot().with("/hub/report"));
            JsonNode json = new ObjectMapper().readTree(fetched(page, "/hub/report?format=json"));
            for (String table : List.of("totals", "sites", "roaming", "hours")) {
                String csv = fetched(page, "/hub/report?format=csv&table=" + table);
                List<List<String>> file = parsed(csv);
                List<List<String>> screen = rows(page, table);
                assertThat(file.subList(1, file.size())).as(table).isEqualTo(screen);
            }
            assertThat(fetched(page, "/hub/report?format=csv&table=sites")).contains("'=HYPERLINK");
            Map<String, String> shown = new HashMap<>();
            rows(page, "totals").forEach(row -> shown.put(row.get(0), row.get(1)));
            json.path("totals").forEach(total -> {
                if (total.path("figure").asText().equals("logins")) {
                    assertThat(shown)
                            .containsEntry("Logins", total.path("value").asText());
                }
            });
            assertThat(json.path("roaming").size())
                    .isEqualTo(rows(page, "roaming").size());
            assertThat(json.path("sitesOf").asInt()).isEqualTo(4);
            assertThat(json.path("sitesComplete").asInt()).isEqualTo(3);
        }
    }

    /** As the browser gets it, which knows where *.localhost is. */
    private static String fetched(Page page, String path) {
        return (String) page.evaluate("path => fetch(path).then(answer => answer.text())", path);
    }

    /** The cells of a table as they are read, numbers without their separators, formulas as a file has them. */
    private static List<List<String>> rows(Page page, String table) {
        Locator rows = page.locator("section[aria-labelledby=" + table + "] table tbody tr");
        List<List<String>> found = new ArrayList<>();
        for (Locator row : rows.all()) {
            List<String> cells = new ArrayList<>();
            for (Locator cell : row.locator("td").all()) {
                String text = cell.textContent().replaceAll("\\s+", " ").strip();
                // A badge has its symbol before its word.
                text = text.replaceFirst("^[✓!✕?◌] ?", "");
                text = text.matches("[0-9,]+(\\.[0-9]+)?") ? text.replace(",", "") : text;
                cells.add(text.startsWith("=") ? "'" + text : text);
            }
            found.add(cells);
        }
        return found;
    }

    private static List<List<String>> parsed(String csv) {
        List<List<String>> rows = new ArrayList<>();
        for (String line : csv.replace("\uFEFF", "").split("\r\n")) {
            List<String> cells = new ArrayList<>();
            for (String cell : line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)) {
                String bare = cell.startsWith("\"")
                        ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"")
                        : cell;
                cells.add(bare);
            }
            rows.add(cells);
        }
        return rows;
    }
}
