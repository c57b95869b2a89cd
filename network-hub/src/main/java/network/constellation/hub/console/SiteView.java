package network.constellation.hub.console;

import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;
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
        SortedSet<String> tags,
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

    /** Whether it is neither suspended nor disabled. */
    boolean takesPart() {
        return member.state() == Member.State.ADMITTED;
    }

    /** Whether it is linked with the hub only, by decision. */
    public boolean disabled() {
        return member.state() == Member.State.DISABLED;
    }

    /** The numbers with commas between them. */
    public String numbers() {
        return subnetworks.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** The page of the site. */
    public String path() {
        return ConsolePages.path(member.wwwroot());
    }

    /** The part of {@link #path} that says which site. */
    public String query() {
        return path().substring(path().indexOf('?'));
    }

    /** One of its tabs. */
    public String path(SiteTab tab) {
        return path() + "&tab=" + tab.label();
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
            case BAD -> member.state() == Member.State.ADMITTED ? "site.silent" : standing();
            case UNKNOWN -> "site.unheard";
            case WORKING -> "site.working";
        };
    }

    private String standing() {
        return member.state() == Member.State.SUSPENDED ? "site.suspended" : "site.disabled";
    }
}
