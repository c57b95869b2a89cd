package network.constellation.protocol.method.whereis;

import java.util.List;

/**
 * What a site found.
 *
 * @param total how many accounts fit, which may be more than are given
 */
public record PeopleFound(List<AccountFound> accounts, long total) {
    public PeopleFound {
        accounts = List.copyOf(accounts);
    }
}
