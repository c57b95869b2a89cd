package network.constellation.protocol.directory.strategy;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Per service whether the newer of two sites publishes it (the older may call it there) and subscribes to it (it may call
 * it at the older); a service in neither set is off. Seen from the newer site; the older one holds the mirror
 * (network-admin.md 2.3).
 *
 * @param publish names of services, sorted
 * @param subscribe names of services, sorted
 */
public record ServiceMatrix(Set<String> publish, Set<String> subscribe) {
    /** Nothing at all. */
    public static final ServiceMatrix NONE = new ServiceMatrix(Set.of(), Set.of());

    /** The strategy {@code default}: single sign-on both ways. */
    public static final ServiceMatrix SINGLE_SIGN_ON = bothWays(Set.of("sso_idp", "sso_sp"));

    /**
     * With what a new sub-network starts: single sign-on, and that courses may be published and deployed, which each site
     * still has to allow its own people.
     */
    public static final ServiceMatrix NEW_SUBNETWORK = bothWays(Set.of("sso_idp", "sso_sp", "publishflow"));

    private static final String NAME = "[A-Za-z0-9_.\\-]{1,64}";

    /** @throws IllegalArgumentException for a text that is not the name of a service */
    public ServiceMatrix {
        publish = sorted(publish);
        subscribe = sorted(subscribe);
    }

    /** Every one of these published and subscribed. */
    public static ServiceMatrix bothWays(Collection<String> services) {
        return new ServiceMatrix(new TreeSet<>(services), new TreeSet<>(services));
    }

    /** The same with one service set anew. */
    public ServiceMatrix with(String service, boolean publishes, boolean subscribes) {
        return new ServiceMatrix(changed(publish, service, publishes), changed(subscribe, service, subscribes));
    }

    /** As the other end of the link sees it. */
    public ServiceMatrix mirrored() {
        return new ServiceMatrix(subscribe, publish);
    }

    /** What either of two gives. */
    public ServiceMatrix and(ServiceMatrix other) {
        Set<String> published = new TreeSet<>(publish);
        published.addAll(other.publish);
        Set<String> subscribed = new TreeSet<>(subscribe);
        subscribed.addAll(other.subscribe);
        return new ServiceMatrix(published, subscribed);
    }

    /** Names that are on in at least one direction, sorted. */
    public Set<String> services() {
        return and(mirrored()).publish;
    }

    private static Set<String> changed(Set<String> before, String service, boolean on) {
        Set<String> after = new TreeSet<>(before);
        if (on) {
            after.add(service);
        } else {
            after.remove(service);
        }
        return after;
    }

    private static Set<String> sorted(Set<String> names) {
        for (String name : names) {
            if (!name.matches(NAME)) {
                throw new IllegalArgumentException("\"" + name
                        + "\" is not the name of a service; use letters, digits, dot, dash and underscore.");
            }
        }
        return Collections.unmodifiableSet(new TreeSet<>(names));
    }
}
