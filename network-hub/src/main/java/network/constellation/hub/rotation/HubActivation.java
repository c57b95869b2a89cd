package network.constellation.hub.rotation;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.constellation.hub.approvals.DangerousAct;
import network.constellation.keys.fingerprint.Fingerprint;
import network.constellation.peer.peers.SiteIdentity;

/** Putting the hub's own next keys into use, rehearsed as they are: a second administrator looks at it (promise 39). */
final class HubActivation implements DangerousAct {
    static final String KIND = "keys-hub";

    private static final String NUMBER = "number";

    private final Provider<Rotations> rotations;
    private final SiteIdentity identity;

    @Inject
    HubActivation(Provider<Rotations> rotations, SiteIdentity identity) {
        this.rotations = rotations;
        this.identity = identity;
    }

    static Map<String, String> parameters(Rotation rotation) {
        return Map.of(NUMBER, Integer.toString(rotation.number()));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<String> preview(Map<String, String> parameters) {
        Rotation rotation = rotation(parameters);
        RehearsalReport rehearsal = rotations.get().rehearsal(rotation.number());
        List<String> lines = new ArrayList<>(List.of(
                "Put next keys into use, the hub's own among them.",
                "Rotation " + rotation.number() + ": " + rotation.scope() + ", "
                        + rotation.phase().label(),
                "The hub's next keys: "
                        + identity.announced()
                                .map(next -> Fingerprint.of(next).hex())
                                .orElse("none"),
                "Links rehearsed: " + rehearsal.links().size() + ", good: " + rehearsal.isGood()));
        rotations.get().sites(rotation.number()).stream()
                .filter(RotationSite::rotates)
                .map(site ->
                        site.wwwroot() + " from generation " + site.generationFrom() + " to " + site.generationTo())
                .sorted()
                .forEach(lines::add);
        return lines;
    }

    @Override
    public String execute(Map<String, String> parameters, String actor) {
        Rotation rotation = rotation(parameters);
        rotations.get().activateNow(rotation, Optional.empty(), actor);
        return "The keys of rotation " + rotation.number() + " come into use.";
    }

    private Rotation rotation(Map<String, String> parameters) {
        return rotations.get().required(Integer.parseInt(parameters.getOrDefault(NUMBER, "0")));
    }
}
