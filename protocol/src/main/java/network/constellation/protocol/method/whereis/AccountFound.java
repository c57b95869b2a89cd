package network.constellation.protocol.method.whereis;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An account at the answering site.
 *
 * @param home address of the site where the person belongs: with {@code username} the person
 * @param name for people
 * @param lastLogin empty: never
 * @param places where the person is signed in, as the answering site knows
 */
public record AccountFound(
        String username,
        String home,
        String name,
        boolean suspended,
        Optional<Instant> lastLogin,
        List<PlaceOfPerson> places) {
    public AccountFound {
        places = List.copyOf(places);
    }
}
