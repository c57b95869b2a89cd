package network.constellation.testnetwork.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** That pages which are not well are noticed. */
class BrowserTest {
    private static final String WELL = """
            <!doctype html><html lang="en"><title>A page</title><main><h1>A page</h1><p>Well.</p></main></html>
            """;
    private static final String BAD = """
            <!doctype html><html lang="en"><title>A page</title><main><h1>A page</h1>
            <form><input name="first"> <select><option>One</option></select></form>
            <img src="data:,"><p style="color: #ccc; background: #fff">Pale.</p>
            <div style="width: 3000px">Wide.</div></main></html>
            """;

    @Test
    void problemsOfAPageAreSeenAndAPageThatIsWellHasNone() {
        try (Browser browser = Browser.open();
                Browser.Visitor visitor = browser.visitor(Browser.View.PHONE)) {
            visitor.page().setContent(WELL);
            assertThat(visitor.accessibilityProblems()).isEmpty();
            assertThat(visitor.overflows()).isFalse();

            visitor.page().setContent(BAD);
            assertThat(visitor.accessibilityProblems())
                    .hasSize(4)
                    .anySatisfy(problem -> assertThat(problem).contains("color-contrast", "Pale."))
                    .anySatisfy(problem -> assertThat(problem).contains("image-alt", "<img"))
                    .anySatisfy(problem -> assertThat(problem).contains("label", "<input"))
                    .anySatisfy(problem -> assertThat(problem).contains("select-name", "<select"));
            assertThat(visitor.overflows()).isTrue();
        }
    }
}
