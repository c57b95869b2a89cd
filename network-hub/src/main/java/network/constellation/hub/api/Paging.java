package network.constellation.hub.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a long list is asked for.
 *
 * @param offset how many are left out
 * @param limit how many are given at most
 */
public record Paging(int offset, int limit) {
    /**
     * As it was asked for, or from the beginning and the usual number.
     *
     * @throws ApiException 400 out of bounds
     */
    public static Paging of(@Nullable Integer offset, @Nullable Integer limit, int usual, int most) {
        Paging asked = new Paging(offset == null ? 0 : offset, limit == null ? usual : limit);
        if (asked.offset < 0 || asked.limit < 1 || asked.limit > most) {
            throw ApiException.badInput("\"offset\" is 0 or more, \"limit\" from 1 to " + most + ".");
        }
        return asked;
    }

    /** That part of what is all at hand. */
    public <T> List<T> of(List<T> all) {
        int from = Math.min(offset, all.size());
        return all.subList(from, from + Math.min(limit, all.size() - from));
    }
}
