package network.constellation.hub.rotation;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.List;
import java.util.Map;
import network.constellation.hub.approvals.DangerousAct;
import network.constellation.keys.address.Wwwroot;

/** Refusing a member's keys everywhere and for ever: a second administrator looks at it (promise 39). */
final class KeyRevocation implements DangerousAct {
    static final String KIND = "keys-revoke";

    private static final String PEER = "peer";
    private static final String GENERATION = "generation";
    private static final String REASON = "reason";

    private final Provider<Revocations> revocations;

    @Inject
    KeyRevocation(Provider<Revocations> revocations) {
        this.revocations = revocations;
    }

    /** The generation is said even where it is the one in use: another may be in use when it runs. */
    static Map<String, String> parameters(Wwwroot site, int generation, String reason) {
        return Map.of(PEER, site.value(), GENERATION, Integer.toString(generation), REASON, reason);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<String> preview(Map<String, String> parameters) {
        Wwwroot site = site(parameters);
        int generation = generation(parameters);
        return List.of(
                "Revoke a member's keys: refused by all members for ever; the site is told to make new ones.",
                "Member: " + site,
                "Generation: " + generation + ", fingerprint "
                        + revocations.get().fingerprint(site, generation),
                "Reason: " + parameters.getOrDefault(REASON, ""));
    }

    @Override
    public String execute(Map<String, String> parameters, String actor) {
        Wwwroot site = site(parameters);
        int generation = generation(parameters);
        revocations.get().revokeNow(site, generation, parameters.getOrDefault(REASON, ""), actor);
        return "Generation " + generation + " of " + site + " is revoked; the others are being told.";
    }

    private static Wwwroot site(Map<String, String> parameters) {
        return Wwwroot.of(parameters.getOrDefault(PEER, ""));
    }

    private static int generation(Map<String, String> parameters) {
        return Integer.parseInt(parameters.getOrDefault(GENERATION, "0"));
    }
}
