package network.constellation.hub.directory;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import network.constellation.hub.approvals.DangerousAct;
import network.constellation.keys.address.Wwwroot;
import network.constellation.protocol.directory.SuspensionList.Suspended;

/** One person cuts a few members off at once, as an emergency wants it; a network is not cut off by one (promise 39). */
@Singleton
final class MassSuspension implements DangerousAct {
    static final String KIND = "mass-suspension";
    /** How many within the hour need no second person. */
    static final int FEW = 3;

    private static final Duration WITHIN = Duration.ofHours(1);
    private static final String MEMBER = "member";
    private static final String REASON = "reason";

    private final Provider<Suspensions> suspensions;

    @Inject
    MassSuspension(Provider<Suspensions> suspensions) {
        this.suspensions = suspensions;
    }

    /** Whether one more would be one of many. */
    static boolean isOne(Map<Wwwroot, Suspended> present, Instant now) {
        return present.values().stream()
                        .filter(one -> one.since().isAfter(now.minus(WITHIN)))
                        .count()
                >= FEW;
    }

    static Map<String, String> parameters(Wwwroot member, String reason) {
        return Map.of(MEMBER, member.value(), REASON, reason);
    }

    private static Wwwroot member(Map<String, String> parameters) {
        return Wwwroot.of(parameters.getOrDefault(MEMBER, ""));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<String> preview(Map<String, String> parameters) {
        return List.of("suspend " + member(parameters), "reason: " + parameters.getOrDefault(REASON, ""));
    }

    @Override
    public String execute(Map<String, String> parameters, String actor) {
        Wwwroot member = member(parameters);
        boolean changed = suspensions.get().suspendNow(member, parameters.getOrDefault(REASON, ""), actor);
        return member + (changed ? " is suspended." : " was suspended already.");
    }
}
