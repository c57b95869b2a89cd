package network.constellation.hub.connectivity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.connectivity.Findings;
import network.constellation.peer.web.text.Message;
import network.constellation.peer.web.view.State;
import network.constellation.protocol.method.connectivity.Grade;

/**
 * Two sites of which at least one found something wrong with their link when it looked last.
 *
 * @param one the first by address; the hub may be one of the two
 * @param state {@link State#BAD} where a ping failed, else {@link State#ATTENTION}
 * @param finding what is wrong, in words
 * @param silent whether it is of a site that the hub does not reach, which says it all
 */
public record TroubledLink(Wwwroot one, Wwwroot other, State state, Message finding, boolean silent) {

    /** The page that tells more. */
    public String path() {
        return MatrixPages.pairPath(one, other);
    }

    /** Each link once, the worse end telling. @param unreached sites that the hub does not reach */
    static List<TroubledLink> of(List<MatrixCell> trouble, Set<Wwwroot> unreached) {
        Map<Set<Wwwroot>, List<MatrixCell>> pairs = new LinkedHashMap<>();
        trouble.forEach(cell -> pairs.computeIfAbsent(
                        new TreeSet<>(List.of(cell.at(), cell.about())), none -> new ArrayList<>())
                .add(cell));
        return pairs.entrySet().stream()
                .map(pair -> {
                    List<Wwwroot> both = List.copyOf(pair.getKey());
                    MatrixCell worst = pair.getValue().stream()
                            .min(Comparator.comparing(
                                    (MatrixCell cell) -> cell.check().grade() == Grade.BAD ? 0 : 1))
                            .orElseThrow();
                    return new TroubledLink(
                            both.get(0),
                            both.get(1),
                            MatrixPages.state(worst.check().grade()),
                            Findings.word(worst.check()),
                            both.stream().anyMatch(unreached::contains));
                })
                .toList();
    }
}
