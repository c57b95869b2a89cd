package network.constellation.peer.web.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ViewTest {
    /** Whatever colour a site chooses, the letters on it have the contrast that AA asks for. */
    @Property
    void lettersOnASitesColourAreReadable(@ForAll @IntRange(max = 0xffffff) int rgb) {
        String colour = String.format("%06x", rgb);
        String css = SiteColours.at("/assets/site-" + colour + ".css").orElseThrow();
        double ground = SiteColours.luminance("#" + colour);
        double ink = css.contains("--site-ink:#ffffff") ? 1 : 0;
        double contrast = (Math.max(ground, ink) + 0.05) / (Math.min(ground, ink) + 0.05);
        assertThat(contrast).isGreaterThanOrEqualTo(4.5);
    }

    @Test
    void onlyAColourMakesAStylesheet() {
        for (String path : List.of("/assets/site-fff.css", "/assets/site-ff00ff", "/assets/site-ff00ff;x.css")) {
            assertThat(SiteColours.at(path)).isEmpty();
        }
        assertThat(SiteColours.path("red;}")).isEqualTo(SiteColours.path(SiteColours.DEFAULT));
    }

    @Test
    void staticFilesAreFoundByTheirContentAndNothingElseIs() {
        Assets assets = new Assets();
        String path = assets.path("app.css");
        assertThat(path).matches("/assets/[0-9a-f]{16}/app\\.css");
        assertThat(assets.at(path)).isPresent();
        assertThat(assets.at(assets.path("htmx.js")).map(Assets.Asset::contentType))
                .contains("text/javascript; charset=utf-8");
        for (String other : List.of(
                "/assets/0000000000000000/app.css", "/assets/app.css", "/assets/x/../app.css", "/assets/x/none.css")) {
            assertThat(assets.at(other)).as(other).isEmpty();
        }
    }

    @Test
    void aCsvFileOpensAsTextAndNeverAsAFormula() {
        assertThat(Csv.quoted("=1+1")).isEqualTo("'=1+1");
        assertThat(Csv.quoted("@SUM(A1)")).isEqualTo("'@SUM(A1)");
        assertThat(Csv.quoted("-3.5")).isEqualTo("-3.5");
        assertThat(Csv.quoted("a,\"b\"\nc")).isEqualTo("\"a,\"\"b\"\"\nc\"");
    }

    @Test
    void aTablesPlaceIsWhollyInItsLinks() {
        TableQuery query = new TableQuery("/users", "name", false, 3, 50, "a&b", Map.of("state", "active"), false);
        assertThat(query.sortedBy("name")).isEqualTo("/users?state=active&q=a%26b&sort=-name");
        assertThat(query.onPage(4)).isEqualTo("/users?state=active&q=a%26b&sort=name&page=4");
        Table table =
                Table.<String>of("c", query, new Slice<>(List.of("x"), 101)).done();
        assertThat(table.lastPage()).isEqualTo(3);
        assertThat(table.firstShown()).isEqualTo(101);
        assertThat(Slice.of(List.of(1, 2), query).rows()).isEmpty();
        assertThat(Optional.ofNullable(table.empty())).isEmpty();
    }
}
