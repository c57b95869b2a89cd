package network.constellation.testnetwork.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One page has every code that we answer, who answers it and what it means. */
class FaultsReferenceTest {
    private static final List<String> STATUSES =
            List.of("protocol.method.status.StatusAnswer", "peer.commands.CommandRefused", "hub.orders.AdminAnswer");

    @Test
    void everyCodeHasAMeaning() throws Exception {
        FaultsPage page = FaultsPage.read();
        assertThat(page.unread())
                .as("the code of a new Fault is a number, a constant or an enumeration's")
                .isEmpty();
        Map<Integer, String> faults = FaultsPage.meanings("faults.txt");
        assertThat(page.codes()).as("faults.txt says what each code means").containsExactlyElementsOf(faults.keySet());
        Map<Integer, String> statuses = FaultsPage.meanings("statuses.txt");
        var declared = FaultsPage.statuses(STATUSES);
        assertThat(declared.keySet())
                .as("statuses.txt says what each status means")
                .containsExactlyElementsOf(statuses.keySet());
        List<String> lines = new ArrayList<>(List.of(
                "Peers decide on codes only; the words are those of the originals where they have any. The last word of a"
                        + " refusal is in our",
                "own audit and never leaves the node (a gap `…` is filled when it happens). A code may be made in several"
                        + " places.",
                "",
                "## Faults",
                "",
                "| code | meaning | words on the wire | word in the audit | made by |",
                "|---|---|---|---|---|"));
        lines.addAll(page.lines(faults));
        lines.addAll(List.of(
                "",
                "## Statuses",
                "",
                "What functions of the originals answer inside a good answer (`status`); anything but 200 changed nothing"
                        + " or says what failed.",
                "",
                "| status | meaning | declared as |",
                "|---|---|---|"));
        declared.forEach((status, names) -> lines.add("| " + status + " | " + Pages.cell(statuses.get(status)) + " | `"
                + String.join("`, `", names) + "` |"));
        Pages.hold("faults.md", "Fault codes and statuses", lines);
    }
}
