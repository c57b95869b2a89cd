package network.constellation.hub.whereis;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Somebody who was found.
 *
 * @param home address of the site where the person belongs; with {@code username} who it is
 * @param accounts at sites that answered
 * @param places where the person is or was signed in, the newest first
 */
public record Person(
        String username, String home, String homeName, String name, List<Account> accounts, List<Place> places) {
    public Person {
        accounts = List.copyOf(accounts);
        places = List.copyOf(places);
    }

    /** @param lastLogin empty: never */
    public record Account(String site, String siteName, boolean suspended, Optional<Instant> lastLogin) {}

    /**
     * @param seen when something was last seen of the session
     * @param live seen within ten minutes, by the site itself
     * @param hearsay only the home tells of it, and the site itself has not answered
     */
    public record Place(String site, String siteName, Instant since, Instant seen, boolean live, boolean hearsay) {}

    public boolean live() {
        return places.stream().anyMatch(Place::live);
    }
}
