package network.constellation.peer.platform;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who may do what, and where. */
public interface Roles {
    /** Allows somebody to leave for another site by single sign-on. */
    String ROAM = "moodle/site:mnetlogintoremote";

    List<Role> all();

    Optional<Role> find(String shortname);

    /** @throws PlatformException for an unknown role */
    void assign(long userId, String shortname, Scope scope);

    void unassign(long userId, String shortname, Scope scope);

    /** Shortnames of the roles held at exactly this place. */
    Set<String> held(long userId, Scope scope);

    /** For a whole list at once: shortnames held on the whole site by each of these users. */
    Map<Long, Set<String>> heldOnSite(List<Long> userIds);

    /** By number of the course: shortnames of the roles held in exactly that course, hidden courses too. */
    Map<Long, Set<String>> heldInCourses(long userId);

    /**
     * True when the user's roles at this place or above allow it, none prohibits it, and the nearest word is not a
     * prevention. Everybody signed in also holds {@code user}; a site administrator may do everything.
     */
    boolean can(long userId, String capability, Scope scope);

    /** A role's sheet: what it says about each capability on the whole site. */
    Map<String, Permission> sheet(String shortname);

    /** Removes the word when {@code permission} is empty. */
    void permit(String shortname, String capability, Optional<Permission> permission);

    /** What roles can speak of here, by name: what the platform declares, and what any role already speaks of. */
    Map<String, Capability> capabilities();

    /** @throws PlatformException when there is such a role */
    Role create(String shortname, String name, String archetype);

    /**
     * Changes several words of a role's sheet at once, all or none; an empty one is removed.
     *
     * @param clear whether all other words are removed
     */
    void change(String shortname, Map<String, Optional<Permission>> words, boolean clear);
}
