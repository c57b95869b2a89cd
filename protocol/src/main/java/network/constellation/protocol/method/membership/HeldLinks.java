package network.constellation.protocol.method.membership;

import java.util.List;

/**
 * One page of what a site holds, by address.
 *
 * @param next where the next page begins, to be asked for with it; empty: this was the last
 */
public record HeldLinks(List<HeldLink> links, String next) {
    public HeldLinks {
        links = List.copyOf(links);
    }
}
