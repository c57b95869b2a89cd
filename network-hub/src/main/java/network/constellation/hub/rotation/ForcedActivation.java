package network.constellation.hub.rotation;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.constellation.hub.approvals.DangerousAct;

/** Putting keys into use that were not rehearsed well: a second administrator looks at it. */
final class ForcedActivation implements DangerousAct {
    static final String KIND = "keys-force";

    private static final String NUMBER = "number";
    private static final String REASON = "reason";

    private final Provider<Rotations> rotations;

    @Inject
    ForcedActivation(Provider<Rotations> rotations) {
        this.rotations = rotations;
    }

    static Map<String, String> parameters(Rotation rotation, String reason) {
        return Map.of(NUMBER, Integer.toString(rotation.number()), REASON, reason);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<String> preview(Map<String, String> parameters) {
        Rotation rotation = rotation(parameters);
        RehearsalReport rehearsal = rotations.get().rehearsal(rotation.number());
        return List.of(
                "Put the next keys into use without a good rehearsal.",
                "Rotation " + rotation.number() + ": " + rotation.scope() + ", "
                        + rotation.phase().label(),
                "Links rehearsed: " + rehearsal.links().size() + ", good: " + rehearsal.isGood(),
                "Reason: " + parameters.getOrDefault(REASON, ""));
    }

    @Override
    public String execute(Map<String, String> parameters, String actor) {
        Rotation rotation = rotation(parameters);
        rotations.get().activateNow(rotation, Optional.of(parameters.getOrDefault(REASON, "")), actor);
        return "The keys of rotation " + rotation.number() + " come into use.";
    }

    private Rotation rotation(Map<String, String> parameters) {
        return rotations.get().required(Integer.parseInt(parameters.getOrDefault(NUMBER, "0")));
    }
}
