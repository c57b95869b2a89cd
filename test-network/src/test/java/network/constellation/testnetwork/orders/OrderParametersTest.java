package network.constellation.testnetwork.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import network.constellation.hub.orders.CommandParameter;
import network.constellation.hub.orders.OrderRefused;
import network.constellation.hub.orders.ParameterSet;
import network.constellation.hub.orders.ParameterType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The parameters of commands: what is wrong is said before any site is asked. */
@Tag("NA-34")
class OrderParametersTest {
    private static final List<String> CHOICES = List.of("red", "green");
    private static final ParameterSet ALL = new ParameterSet(List.of(
            CommandParameter.flag("flag", "a flag"),
            CommandParameter.choice("one", ParameterType.ENUM, "one", CHOICES),
            CommandParameter.choice("sought", ParameterType.SENUM, "one, sought", CHOICES),
            CommandParameter.choice("some", ParameterType.MENUM, "some", CHOICES),
            CommandParameter.choice("many", ParameterType.MHENUM, "many", CHOICES)
                    .otherwise("red"),
            CommandParameter.text("line", "a line"),
            CommandParameter.longText("lines", "lines"),
            CommandParameter.internal("made", "[[?line]] at [[wwwroot]]")));

    private static final Map<String, String> WHOLE =
            Map.of("flag", "yes", "one", "red", "sought", "green", "some", "red,green", "line", "$1", "lines", "a\nb");

    @Test
    void allEightTypesAreFilled() {
        assertThat(ALL.populate(WHOLE, "http://hub.example"))
                .containsEntry("flag", "1")
                .containsEntry("some", "red,green")
                .containsEntry("many", "red")
                .containsEntry("lines", "a\nb")
                .containsEntry("made", "$1 at http://hub.example");
        assertThat(ALL.asked()).extracting(CommandParameter::name).doesNotContain("made");
    }

    @Test
    void aMissingUnknownOrImpossibleValueIsRefused() {
        for (String name : List.of("one", "sought", "some", "line", "lines")) {
            Map<String, String> less = new java.util.HashMap<>(WHOLE);
            less.remove(name);
            assertRefused(less, name);
        }
        assertRefused(with("one", "blue"), "blue");
        assertRefused(with("some", "red,blue"), "blue");
        assertRefused(with("flag", "perhaps"), "perhaps");
        assertRefused(with("colour", "red"), "colour");
        assertRefused(with("made", "by hand"), "made");
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> more = new java.util.HashMap<>(WHOLE);
        more.put(name, value);
        return more;
    }

    private static void assertRefused(Map<String, String> given, String word) {
        assertThatThrownBy(() -> ALL.populate(given, ""))
                .isInstanceOf(OrderRefused.class)
                .hasMessageContaining(word);
    }

    @Test
    void aParameterThatCannotBeIsRefusedWhenItIsMade() {
        assertImpossible(() -> CommandParameter.text("", "no name"));
        assertImpossible(() -> CommandParameter.text("name", ""));
        assertImpossible(() -> CommandParameter.choice("name", ParameterType.MENUM, "none", List.of()));
        assertImpossible(() -> CommandParameter.choice("name", ParameterType.ENUM, "bad default", CHOICES)
                .otherwise("blue"));
        assertImpossible(() -> CommandParameter.internal("name", ""));
        assertImpossible(() -> new ParameterSet(List.of(CommandParameter.internal("made", "[[?nobody]]"))));
        assertImpossible(() -> new ParameterSet(List.of(CommandParameter.internal("made", "[[nothing]]"))));
        assertImpossible(
                () -> new ParameterSet(List.of(CommandParameter.text("a", "a"), CommandParameter.text("a", "a"))));
    }

    private static void assertImpossible(Runnable making) {
        assertThatThrownBy(making::run).isInstanceOf(IllegalArgumentException.class);
    }
}
