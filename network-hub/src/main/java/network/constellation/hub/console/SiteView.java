package network.constellation.hub.console;

import java.time.Instant;
import java.util.List;
import network.constellation.hub.registry.Member;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.web.view.Badge;
import network.constellation.peer.web.view.State;
import org.jspecify.annotations.Nullable;

/**
 * A member of the network as the console shows it.
 *
 * @param suite {@code modern} or {@code legacy}: in which it is called
 * @param keySince since when its present keys are known
 * @param keyExpires when its certificate ends
 * @param lastContact when it was last heard; null: never
 * @param lastError why it could not be called last; null: it could
 * @param subnetworks numbers, ascending
 * @param missing link ends at this site or about it that are not confirmed
 */
public record SiteView(
        Member member,
        State state,
        String suite,
        Instant keySince,
        Instant keyExpires,
        @Nullable Instant lastContact,
        @Nullable String lastError,
        List<Integer> subnetworks,
        int missing) {

    public Wwwroot wwwroot() {
        return member.wwwroot();
    }

    public String name() {
        return member.name();
    }

    public String address() {
        return member.wwwroot().value();
    }

    public Instant admittedAt() {
        return member.admittedAt();
    }

    /** The page of the site. */
    public String path() {
        return ConsolePages.path(member.wwwroot());
    }

    /** Its state with its own word. */
    public Badge badge() {
        return Badge.of(state, ConsolePages.class, word());
    }

    /** Key of the sentence that says how it is. */
    private String word() {
        return switch (state) {
            case GOOD -> "site.well";
            case ATTENTION -> missing > 0 ? "site.links" : "site.key";
            case BAD -> member.state() == Member.State.ADMITTED ? "site.silent" : "site.suspended";
            case UNKNOWN -> "site.unheard";
            case WORKING -> "site.working";
        };
    }
}
