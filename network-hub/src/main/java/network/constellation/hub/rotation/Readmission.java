package network.constellation.hub.rotation;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.List;
import java.util.Map;
import network.constellation.hub.approvals.DangerousAct;
import network.constellation.keys.address.Wwwroot;

/** Believing keys that nothing vouches for, because somebody compared them: a second administrator looks at it. */
final class Readmission implements DangerousAct {
    static final String KIND = "keys-readmit";

    private static final String PEER = "peer";
    private static final String FINGERPRINT = "fingerprint";

    private final Provider<Revocations> revocations;

    @Inject
    Readmission(Provider<Revocations> revocations) {
        this.revocations = revocations;
    }

    static Map<String, String> parameters(Wwwroot site, String fingerprint) {
        return Map.of(PEER, site.value(), FINGERPRINT, fingerprint.strip());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<String> preview(Map<String, String> parameters) {
        Wwwroot site = Wwwroot.of(parameters.getOrDefault(PEER, ""));
        revocations.get().required(site);
        return List.of(
                "Readmit a member whose keys were revoked, with the keys that it shows now.",
                "Member: " + site,
                "Fingerprint: " + parameters.getOrDefault(FINGERPRINT, ""));
    }

    @Override
    public String execute(Map<String, String> parameters, String actor) {
        Wwwroot site = Wwwroot.of(parameters.getOrDefault(PEER, ""));
        revocations.get().accept(site, parameters.getOrDefault(FINGERPRINT, ""), actor);
        return site + " is readmitted; the others are being told of its keys.";
    }
}
