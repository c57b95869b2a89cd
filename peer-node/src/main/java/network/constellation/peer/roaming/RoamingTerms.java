package network.constellation.peer.roaming;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;

/**
 * What the administrator settles about roaming: who of another site may land here, and what of our users is told to a
 * site.
 */
@Singleton
public final class RoamingTerms {
    private static final int LONGEST_USERNAME = 100;

    private final AccessStore store;
    private final RoamingConfig config;
    private final Audit audit;
    private final Clock clock;

    @Inject
    RoamingTerms(AccessStore store, RoamingConfig config, Audit audit, Clock clock) {
        this.store = store;
        this.config = config;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether this user of this site may land; without a rule, yes. */
    boolean mayLand(Wwwroot peer, String username) {
        return store.allowed(peer, username).orElse(true);
    }

    public List<AccessRule> rules() {
        return store.rules();
    }

    /** @throws IllegalArgumentException with a sentence, nothing changed */
    public void setRule(Wwwroot peer, String username, boolean allowed, String actor) {
        String name = username.strip();
        if (name.isEmpty() || name.length() > LONGEST_USERNAME) {
            throw new IllegalArgumentException("A username has 1 to " + LONGEST_USERNAME + " characters.");
        }
        store.inTransaction(handle -> {
            store.save(handle, new AccessRule(peer, name, allowed, clock.instant(), actor));
            audit.record(
                    handle,
                    AuditEvent.done(RoamingEvents.ACCESS_SET, actor)
                            .peer(peer.value())
                            .with("username", name)
                            .with("allowed", Boolean.toString(allowed)));
        });
    }

    public void removeRule(Wwwroot peer, String username, String actor) {
        store.inTransaction(handle -> {
            if (store.delete(handle, peer, username) > 0) {
                audit.record(
                        handle,
                        AuditEvent.done(RoamingEvents.ACCESS_REMOVED, actor)
                                .peer(peer.value())
                                .with("username", username));
            }
        });
    }

    /** The fields told to this site beside the four that always are. */
    public List<String> exportedTo(Wwwroot peer) {
        return store.fields(peer).orElse(config.exportFields());
    }

    /** Whether the site has a list of its own. */
    public boolean hasOwnFields(Wwwroot peer) {
        return store.fields(peer).isPresent();
    }

    /**
     * @param fields empty: the configured list holds again
     * @throws IllegalArgumentException with a sentence, nothing changed
     */
    public void setExported(Wwwroot peer, Optional<List<String>> fields, String actor) {
        Optional<List<String>> checked = fields.map(ProfileFields::check);
        store.inTransaction(handle -> {
            store.saveFields(handle, peer, checked);
            audit.record(
                    handle,
                    AuditEvent.done(RoamingEvents.FIELDS_SET, actor)
                            .peer(peer.value())
                            .with(
                                    "fields",
                                    checked.map(list -> String.join(",", list)).orElse("as configured")));
        });
    }

    List<String> imported() {
        return config.importFields();
    }
}
