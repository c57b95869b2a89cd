package network.constellation.testnetwork.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import network.constellation.hub.orders.RoleState;
import network.constellation.hub.orders.RoleState.Word;
import network.constellation.hub.rolesheets.RoleComparison;
import network.constellation.hub.rolesheets.RoleComparison.Mark;
import network.constellation.keys.address.Wwwroot;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How sheets of one role are compared (network-admin.md 4.5). */
@Tag("NA-39")
class RoleComparisonTest {
    private static final String VIEW = "moodle/course:view";

    private static RoleState sheet(String capability, @Nullable Word word) {
        Map<String, @Nullable Word> words = new HashMap<>();
        words.put(capability, word);
        return new RoleState(words);
    }

    private static RoleComparison.Row row(RoleState... sheets) {
        Map<Wwwroot, RoleState> bySite = new HashMap<>();
        for (int i = 0; i < sheets.length; i++) {
            bySite.put(Wwwroot.of("http://s" + i + ".example"), sheets[i]);
        }
        return RoleComparison.of(bySite).rows().get(0);
    }

    @Test
    void unknownUnsetAndAWordAreThreeDifferentThings() {
        RoleComparison.Row row = row(
                sheet(VIEW, new Word(1, 50)),
                sheet(VIEW, new Word(1, 50)),
                sheet(VIEW, null),
                new RoleState(Map.of()),
                sheet(VIEW, new Word(-1, 50)),
                sheet(VIEW, new Word(-1000, 50)));
        assertThat(row.cells())
                .extracting(RoleComparison.Cell::said)
                .containsExactly("allow", "allow", "unset", "unknown", "prevent", "prohibit");
        assertThat(row.cells())
                .extracting(RoleComparison.Cell::mark)
                .containsExactly(
                        Mark.MAJORITY,
                        Mark.MAJORITY,
                        Mark.WRONG_VALUE,
                        Mark.UNKNOWN,
                        Mark.WRONG_VALUE,
                        Mark.WRONG_VALUE);
        assertThat(row.differs()).isTrue();
    }

    @Test
    void aTieGoesToAllowThenPreventThenProhibit() {
        assertThat(row(sheet(VIEW, new Word(-1, 50)), sheet(VIEW, new Word(1, 50)))
                        .permission())
                .isEqualTo(1);
        assertThat(row(sheet(VIEW, new Word(-1000, 50)), sheet(VIEW, new Word(-1, 50)))
                        .permission())
                .isEqualTo(-1);
        assertThat(row(sheet(VIEW, null), sheet(VIEW, new Word(-1000, 50))).permission())
                .isEqualTo(-1000);
    }

    @Test
    void theRightWordForAnotherContextLevelIsMarkedApart() {
        RoleComparison.Row row =
                row(sheet(VIEW, new Word(1, 50)), sheet(VIEW, new Word(1, 50)), sheet(VIEW, new Word(1, 40)));
        assertThat(row.level()).isEqualTo(50);
        assertThat(row.cells().get(2).mark()).isEqualTo(Mark.WRONG_CONTEXT);
    }

    @Test
    void whatIsTheSameEverywhereDoesNotDiffer() {
        assertThat(row(sheet(VIEW, null), sheet(VIEW, null)).differs()).isFalse();
    }
}
