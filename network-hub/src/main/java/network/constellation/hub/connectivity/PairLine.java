package network.constellation.hub.connectivity;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import network.constellation.peer.connectivity.Findings;
import network.constellation.peer.web.text.Message;
import network.constellation.peer.web.view.Badge;
import network.constellation.protocol.method.connectivity.Grade;
import network.constellation.protocol.method.connectivity.Part;
import network.constellation.protocol.method.connectivity.PartResult;
import org.jspecify.annotations.Nullable;

/** One part of a link as its two ends see it, for the page. */
public record PairLine(Message part, Side there, Side back) {

    /**
     * What one end found.
     *
     * @param badge null where it has not looked
     * @param sentence null where there is nothing to say
     * @param remedy null where nothing is to be done
     */
    public record Side(
            @Nullable Badge badge,
            @Nullable Message sentence,
            @Nullable Message remedy) {
        static Side of(Optional<MatrixCell> cell, Part part) {
            if (cell.isEmpty()) {
                return new Side(null, null, null);
            }
            PartResult found = cell.get().check().part(part);
            Badge badge = new Badge(
                    MatrixPages.state(found.grade()),
                    found.grade() == Grade.UNKNOWN ? Message.of(MatrixPages.class, "unknown") : Findings.word(found));
            return new Side(
                    badge,
                    found.grade() == Grade.UNKNOWN ? null : Findings.sentence(found),
                    found.grade().isTrouble() ? Findings.remedy(found) : null);
        }
    }

    static List<PairLine> of(Optional<MatrixCell> there, Optional<MatrixCell> back) {
        return Arrays.stream(Part.values())
                .map(part -> new PairLine(Findings.name(part), Side.of(there, part), Side.of(back, part)))
                .toList();
    }
}
