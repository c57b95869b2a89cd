package network.constellation.hub.subnets;

import java.util.Collection;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What people call the services of the network (network-admin.md 3.1); one that nobody named keeps its own name. */
public final class ServiceNames {
    private static final Set<String> NAMED = Set.of(
            "sso_idp",
            "sso_sp",
            "publishflow",
            "mnet_enrol",
            "dataexchange",
            "mnetadmin",
            "mnetlocator",
            "mnetreport",
            "constellation_hub");

    private ServiceNames() {}

    /** @param words of the bundle of {@link LinkPages}, by key */
    public static String of(UnaryOperator<String> words, String service) {
        return NAMED.contains(service) ? words.apply("short." + service) : service;
    }

    /** All of them in one line; a dash for none. */
    public static String line(UnaryOperator<String> words, Collection<String> services) {
        return services.isEmpty()
                ? "–"
                : services.stream().map(service -> of(words, service)).sorted().collect(Collectors.joining(", "));
    }

    /** What an end opens to the other (▲) and may call there (▼); once where it is the same. */
    public static String bothWays(
            UnaryOperator<String> words, Collection<String> publish, Collection<String> subscribe) {
        String up = line(words, publish);
        String down = line(words, subscribe);
        return up.equals(down) ? "▲▼ " + up : "▲ " + up + " ▼ " + down;
    }
}
