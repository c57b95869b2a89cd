package network.constellation.testnetwork.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.sourceforge.pmd.cpd.CPDConfiguration;
import net.sourceforge.pmd.cpd.CpdAnalysis;
import net.sourceforge.pmd.cpd.Mark;
import net.sourceforge.pmd.cpd.Match;
import net.sourceforge.pmd.lang.java.JavaLanguageModule;
import org.junit.jupiter.api.Test;

/** What is written twice is soon mended once. */
class DuplicatesTest {
    /** About twelve lines of ordinary code. */
    private static final int LEAST_TOKENS = 110;

    @Test
    void nothingIsWrittenTwice() throws IOException {
        CPDConfiguration configuration = new CPDConfiguration();
        configuration.setMinimumTileSize(LEAST_TOKENS);
        configuration.setOnlyRecognizeLanguage(JavaLanguageModule.getInstance());
        List<String> found = new ArrayList<>();
        try (CpdAnalysis analysis = CpdAnalysis.create(configuration)) {
            for (Path sources : House.productSources()) {
                House.javaFiles(sources).forEach(analysis.files()::addFile);
            }
            analysis.performAnalysis(report -> {
                for (Match match : report.getMatches()) {
                    found.add(describe(match));
                }
            });
        }
        assertThat(found)
                .as("code that stands in two places: call one from the other")
                .isEmpty();
    }

    private static String describe(Match match) {
        List<String> places = new ArrayList<>();
        for (Mark mark : match) {
            places.add(House.shown(Path.of(mark.getLocation().getFileId().getAbsolutePath())) + ":"
                    + mark.getLocation().getStartLine());
        }
        return match.getTokenCount() + " tokens: " + String.join(", ", places);
    }
}
