package network.constellation.hub.subnets;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import network.constellation.hub.registry.Member;
import network.constellation.keys.address.InvalidAddressException;
import network.constellation.keys.address.Wwwroot;
import network.constellation.protocol.directory.strategy.ServiceMatrix;
import network.constellation.protocol.directory.strategy.ServiceStrategy;

/**
 * A change of the network that is only thought of, as one line: {@code join N SITE}, {@code leave N SITE},
 * {@code move FROM TO SITE}, {@code disable SITE}, {@code enable SITE}, {@code remove SITE},
 * {@code strategy SITE default|subnetwork}, {@code service N|main NAME none|publish|subscribe|both}.
 */
public final class PlanChange {
    /** The forms, as a person may be told. */
    public static final String FORMS = "join N SITE, leave N SITE, move FROM TO SITE, disable SITE, enable SITE,"
            + " remove SITE, strategy SITE default|subnetwork, service N|main NAME none|publish|subscribe|both";

    private static final Set<String> WAYS = Set.of("none", "publish", "subscribe", "both");

    private PlanChange() {}

    /** @throws IllegalArgumentException for a line that is none of the forms, or names what is not there */
    public static NetworkPlan apply(NetworkPlan plan, String line) {
        List<String> words = List.of(line.strip().split("\\s+"));
        String verb = words.get(0).toLowerCase(Locale.ROOT);
        return switch (verb + "/" + words.size()) {
            case "join/3" -> plan.with(network(plan, words.get(1)).with(site(plan, words.get(2))));
            case "leave/3" -> plan.with(network(plan, words.get(1)).without(site(plan, words.get(2))));
            case "move/4" -> {
                Wwwroot site = site(plan, words.get(3));
                NetworkPlan left = plan.with(network(plan, words.get(1)).without(site));
                yield left.with(network(left, words.get(2)).with(site));
            }
            case "disable/2" -> plan.withState(site(plan, words.get(1)), Member.State.DISABLED);
            case "enable/2" -> plan.withState(site(plan, words.get(1)), Member.State.ADMITTED);
            case "remove/2" -> plan.withState(site(plan, words.get(1)), Member.State.REMOVED);
            case "strategy/3" -> plan.withStrategy(site(plan, words.get(1)), ServiceStrategy.ofLabel(words.get(2)));
            case "service/4" -> service(plan, words.get(1), words.get(2), words.get(3));
            default -> throw new IllegalArgumentException("\"" + line + "\" is no change; there are: " + FORMS + ".");
        };
    }

    /** One change after the other; blank lines change nothing. @throws IllegalArgumentException as {@link #apply} */
    public static NetworkPlan applyAll(NetworkPlan plan, List<String> lines) {
        NetworkPlan then = plan;
        for (String line : lines) {
            then = line.isBlank() ? then : apply(then, line);
        }
        return then;
    }

    private static NetworkPlan service(NetworkPlan plan, String which, String name, String way) {
        if (!WAYS.contains(way)) {
            throw new IllegalArgumentException("\"" + way + "\" is no way; there are none, publish, subscribe, both.");
        }
        boolean publish = way.equals("publish") || way.equals("both");
        boolean subscribe = way.equals("subscribe") || way.equals("both");
        if (which.equals("main")) {
            ServiceMatrix main = plan.main().with(name, publish, subscribe);
            MatrixRules.checkMain(main);
            return plan.withMain(main);
        }
        SubNetwork network = network(plan, which);
        ServiceMatrix matrix = network.matrix().with(name, publish, subscribe);
        // Looking is not doing: what it would mean is what one wants to see.
        MatrixRules.checkSiblings(matrix, Optional.of("simulation"));
        return plan.with(network.with(matrix));
    }

    private static SubNetwork network(NetworkPlan plan, String number) {
        SubNetwork found = number.matches("[0-9]{1,6}") ? plan.subnetworks().get(Integer.valueOf(number)) : null;
        if (found == null) {
            throw new IllegalArgumentException("There is no sub-network " + number + ".");
        }
        return found;
    }

    private static Wwwroot site(NetworkPlan plan, String address) {
        try {
            Wwwroot site = Wwwroot.normalized(address);
            if (plan.members().containsKey(site)) {
                return site;
            }
        } catch (InvalidAddressException malformed) {
            // Said below.
        }
        throw new IllegalArgumentException(address + " is not a member of this network.");
    }
}
