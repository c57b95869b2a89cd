package network.constellation.peer.courses;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.Optional;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.platform.Category;
import network.constellation.peer.platform.Platform;

/**
 * What a site has settled about courses of the network, kept among the platform's settings under the names of the
 * originals (courses-and-certificates.md 1.4), so that the hub's orders reach them too. Thread-safe.
 */
@Singleton
public final class CourseSettings {
    public static final String COMPONENT = "block_publishflow";
    static final String ROLES = "moodlenodetype";
    static final String CATEGORY = "deploycategory";
    static final String DEFAULT_ROLE = "defaultrole";
    static final String PUBLISHERS = "publishers";
    private static final String DEPLOYERS_ROLE = "editingteacher";

    private final Platform platform;
    private final Audit audit;

    @Inject
    CourseSettings(Platform platform, Audit audit) {
        this.platform = platform;
        this.audit = audit;
    }

    /** Whose word is enough to publish here. */
    public enum Publishers {
        /** Sites to which this one publishes the service: they vouch for their people. */
        SITES,
        /** People who have an account here with the capability. */
        PEOPLE
    }

    public NodeRoles roles() {
        return NodeRoles.parse(get(ROLES).orElse(""));
    }

    /** Where arriving courses are put unless somebody wishes otherwise; empty when none is set, or it is gone. */
    public Optional<Category> deployCategory() {
        return get(CATEGORY)
                .filter(text -> text.matches("[0-9]{1,18}"))
                .flatMap(text -> platform.courses().category(Long.parseLong(text)));
    }

    /** Shortname of the role that whoever had a course deployed gets in it; empty for none. */
    public String defaultRole() {
        return get(DEFAULT_ROLE).map(role -> role.equals("0") ? "" : role).orElse(DEPLOYERS_ROLE);
    }

    public Publishers publishers() {
        return get(PUBLISHERS)
                .filter("people"::equals)
                .map(people -> Publishers.PEOPLE)
                .orElse(Publishers.SITES);
    }

    /** A setting of the originals, where it is set to something. */
    Optional<String> get(String name) {
        return platform.settings().get(COMPONENT, name).map(String::strip);
    }

    public void setRoles(NodeRoles roles, String actor) {
        set(ROLES, roles.words(), actor);
    }

    /** @throws CourseException when there is no such category */
    public void setDeployCategory(Optional<Long> category, String actor) {
        if (category.isPresent() && platform.courses().category(category.get()).isEmpty()) {
            throw CourseException.of("category.gone", category.get());
        }
        set(CATEGORY, category.map(String::valueOf).orElse(""), actor);
    }

    /** @param shortname of a role, empty for none */
    public void setDefaultRole(String shortname, String actor) {
        if (!shortname.isEmpty() && platform.roles().find(shortname).isEmpty()) {
            throw CourseException.of("settings.role.unknown", shortname);
        }
        set(DEFAULT_ROLE, shortname.isEmpty() ? "0" : shortname, actor);
    }

    public void setPublishers(Publishers publishers, String actor) {
        set(PUBLISHERS, publishers == Publishers.PEOPLE ? "people" : "sites", actor);
    }

    private void set(String name, String value, String actor) {
        if (get(name).orElse("").equals(value) && !value.isEmpty()) {
            return;
        }
        platform.settings().set(COMPONENT, name, value);
        audit.record(AuditEvent.done(CourseEvents.SETTINGS, actor)
                .with("setting", name)
                .with("value", value));
    }
}
