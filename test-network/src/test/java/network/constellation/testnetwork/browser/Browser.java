package network.constellation.testnetwork.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import network.constellation.keys.address.Wwwroot;
import org.junit.jupiter.api.Assumptions;

/**
 * The system's Chromium. One instance serves one test class; each {@link #visitor} is a person with cookies of their
 * own. {@code CONSTELLATION_CHROMIUM} names another program.
 */
public final class Browser implements AutoCloseable {
    private static final List<String> PROGRAMS = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/usr/bin/google-chrome-stable",
            "/snap/bin/chromium");
    private static final String AXE = "() => {" + AxeBuilder.getAxeScript() + "}";

    /**
     * Asked for here, and not by {@code AxeBuilder.analyze}, which opens a window more for each page, reads axe anew and
     * carries all that is well through three programs: four times as long.
     */
    private static final String SERIOUS = """
            async () => {
                const found = await axe.run(document, { resultTypes: ['violations'] });
                return found.violations
                    .filter(rule => ['serious', 'critical'].includes(rule.impact))
                    .map(rule => rule.id + ' ' + rule.nodes.slice(0, 3).map(node => node.html.replace(/\\s+/g, ' ')));
            }
            """;

    private static final Path PICTURES = Path.of("target", "screenshots");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
        this.playwright = playwright;
        this.chromium = chromium;
    }

    /** Skips the test (fails it when {@code CI=true}) where no Chromium is installed. */
    public static Browser open() {
        Path program = program();
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        try {
            return new Browser(
                    playwright,
                    playwright
                            .chromium()
                            .launch(new BrowserType.LaunchOptions()
                                    .setExecutablePath(program)
                                    .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage"))));
        } catch (RuntimeException failed) {
            playwright.close();
            throw failed;
        }
    }

    private static Path program() {
        String named = System.getenv("CONSTELLATION_CHROMIUM");
        List<Path> found = Stream.concat(Stream.ofNullable(named), PROGRAMS.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .toList();
        if (found.isEmpty()) {
            String notice = "No Chromium found (" + String.join(", ", PROGRAMS)
                    + "; CONSTELLATION_CHROMIUM names another): browser tests are not run.";
            if ("true".equals(System.getenv("CI"))) {
                throw new AssertionError(notice);
            }
            System.out.println("NOTICE: " + notice);
            Assumptions.abort(notice);
        }
        return found.get(0);
    }

    /** How a page is looked at. */
    public record View(int width, boolean dark, String language) {
        public static final View DESK = new View(1280, false, "en");
        public static final View PHONE = new View(390, false, "en");
    }

    /** A person with a browser of their own. */
    public Visitor visitor(View view) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(view.width(), view.width() < 600 ? 844 : 800)
                .setColorScheme(view.dark() ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setLocale(view.language().equals("fr") ? "fr-FR" : "en-GB")
                .setDeviceScaleFactor(1));
        context.setDefaultTimeout(15_000);
        return new Visitor(context);
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }

    /** Signs in with a password, and waits for the front page. */
    public static void signIn(Page page, Wwwroot site, String username, String password) {
        page.navigate(site.with("/login"));
        page.locator("#f-username").fill(username);
        page.locator("#f-password").fill(password);
        page.locator("main button.primary").click();
        page.waitForURL(site.with("/"));
    }

    /** One person: a page, and everything its console complained about. */
    public static final class Visitor implements AutoCloseable {
        private final BrowserContext context;
        private final Page page;
        private final List<String> complaints = new ArrayList<>();

        private Visitor(BrowserContext context) {
            this.context = context;
            this.page = context.newPage();
            page.onConsoleMessage(message -> {
                boolean status = message.text().startsWith("Failed to load resource");
                if (message.type().equals("error") && !status) {
                    complaints.add(page.url() + ": " + message.text());
                }
            });
            page.onPageError(error -> complaints.add(page.url() + ": " + error));
        }

        public Page page() {
            return page;
        }

        public BrowserContext context() {
            return context;
        }

        /** What scripts, styles and the content policy complained about so far. */
        public List<String> complaints() {
            return complaints;
        }

        /** What axe calls serious or critical on the present page, one line each. */
        public List<String> accessibilityProblems() {
            page.frames().forEach(frame -> frame.evaluate(AXE));
            List<?> found = (List<?>) page.evaluate(SERIOUS);
            return found.stream().map(problem -> page.url() + ": " + problem).toList();
        }

        /** True when the page is wider than the window, which a phone's reader must push around. */
        public boolean overflows() {
            return (Boolean)
                    page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth + 1");
        }

        /** Judges the present page and keeps its picture in {@code target/screenshots} for people to look at. */
        public void look(String name, List<String> problems) {
            problems.addAll(accessibilityProblems());
            if (overflows()) {
                problems.add(page.url() + " is wider than the window at " + name);
            }
            screenshot(PICTURES.resolve(name + ".png"));
        }

        public void screenshot(Path file) {
            page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
