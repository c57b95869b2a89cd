package network.constellation.testnetwork.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import network.constellation.testnetwork.browser.Browser;
import network.constellation.testnetwork.browser.Browser.View;
import network.constellation.testnetwork.browser.Browser.Visitor;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Makes the pictures of the README from a demonstration that runs at {@code CONSTELLATION_DEMO_PORT}; started by
 * {@code docs/pictures/make} and, by its name, by no build.
 */
class ReadmePictures {
    private static final String PASSWORD = "wide-sky-4-all";
    private static final Path FOLDER = Path.of("..", "docs", "pictures");
    private static final int LARGEST = 200_000;
    private static final int RAIL_FITS = 900;

    @Test
    void make() throws IOException {
        String port = System.getenv("CONSTELLATION_DEMO_PORT");
        Assumptions.assumeTrue(port != null, "Run docs/pictures/make, which starts the demonstration.");
        try (Browser chromium = Browser.open()) {
            try (Visitor admin = signedIn(chromium, "http://hub.localhost:" + port, "admin")) {
                overview(admin.page());
                order(admin.page());
                report(admin.page());
            }
            try (Visitor school = signedIn(chromium, "http://d.localhost:" + port, "admin")) {
                catalog(school.page());
            }
        }
    }

    private static Visitor signedIn(Browser chromium, String site, String username) {
        Visitor visitor = chromium.visitor(View.DESK);
        Page page = visitor.page();
        page.setViewportSize(View.DESK.width(), RAIL_FITS);
        page.navigate(site + "/login");
        page.fill("input[name=username]", username);
        page.fill("input[name=password]", PASSWORD);
        page.click("main button[type=submit]");
        page.waitForURL(site + "/");
        return visitor;
    }

    private static void overview(Page page) throws IOException {
        link(page, "Overview");
        take(page, "overview");
    }

    /** A plan, which changes nothing. */
    private static void order(Page page) throws IOException {
        link(page, "Orders");
        link(page, "New order");
        link(page, "Set a setting");
        page.fill("#p-key", "supportemail");
        page.fill("#p-value", "help@northern-lights.example");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Make the plan"))
                .click();
        page.getByText("Planned, waits for you").first().waitFor();
        take(page, "order");
    }

    private static void report(Page page) throws IOException {
        link(page, "Report");
        page.locator("#roaming")
                .evaluate("title => window.scrollTo(0, title.getBoundingClientRect().top + window.scrollY - 16)");
        take(page, "report");
    }

    private static void catalog(Page page) throws IOException {
        link(page, "Catalog");
        link(page, "Reading the night sky");
        take(page, "catalog");
    }

    private static void link(Page page, String name) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }

    private static void take(Page page, String name) throws IOException {
        Path file = FOLDER.resolve(name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
        assertThat(Files.size(file)).as(file.toString()).isLessThan(LARGEST);
    }
}
