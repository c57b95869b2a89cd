package network.constellation.hub.rotation;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.constellation.hub.api.ApiException;
import network.constellation.hub.api.ApiRoom;
import network.constellation.hub.api.ApiScope;
import network.constellation.hub.api.ApiText;
import network.constellation.hub.api.NoInput;
import network.constellation.hub.api.Operations;
import network.constellation.hub.approvals.ApprovalNeeded;
import network.constellation.hub.approvals.Person;
import network.constellation.keys.address.Wwwroot;
import org.jspecify.annotations.Nullable;

/** Rotations and revocations, for programs. All is durable work: ask for the rotation until its phase stands still. */
final class RotationApi implements ApiRoom {
    private final Rotations rotations;
    private final Revocations revocations;

    @Inject
    RotationApi(Rotations rotations, Revocations revocations) {
        this.rotations = rotations;
        this.revocations = revocations;
    }

    record RotationAsked(@ApiText("The rotation.") int number) {}

    record ActivationAsked(
            @ApiText("The rotation.") int number,

            @ApiText("Why, where there is no good rehearsal.") @Nullable
            String force) {}

    record ScopeAsked(
            @ApiText("All members.") @Nullable Boolean all,

            @ApiText("The members of one sub-network.") @Nullable
            Integer subnetwork,

            @ApiText("The hub itself.") @Nullable Boolean hub,
            @ApiText("Members by address.") @Nullable List<String> peers) {}

    record RevocationAsked(
            @ApiText("Address of the member.") String peer,

            @ApiText("Which of its generations; the one in use, if not given.") @Nullable
            Integer generation,

            @ApiText("For the audit, here and at all members.")
            String reason) {}

    record RotationShown(
            @ApiText("As hub rotate status --json has it.") Map<String, Object> rotation) {}

    record RotationList(List<Map<String, Object>> rotations) {}

    record RevocationShown(
            Wwwroot peer,
            int generation,
            String fingerprint,
            @ApiText("telling, waiting, spreading or done.") String state,
            @Nullable String error) {}

    @Override
    public void operations(Operations operations) {
        operations
                .group("rotations")
                .refusal(RotationRefused.class, 409)
                .get(
                        "listRotations",
                        "/rotations",
                        ApiScope.NETWORK_READ,
                        "List the rotations of keys, newest first, with their sites and rehearsals.",
                        NoInput.class,
                        RotationList.class,
                        (none, call) -> new RotationList(rotations.list().stream()
                                .map(one ->
                                        RotationView.of(rotations, one.number()).document())
                                .toList()))
                .get(
                        "showRotation",
                        "/rotations/{number}",
                        ApiScope.NETWORK_READ,
                        "Show how far each site of a rotation is, and the rehearsal.",
                        RotationAsked.class,
                        RotationShown.class,
                        (asked, call) -> shown(required(asked.number())))
                .post(
                        "prepareRotation",
                        "/rotations",
                        ApiScope.KEYS_WRITE,
                        "Have sites make their next keys, and announce these.",
                        ScopeAsked.class,
                        RotationShown.class,
                        (asked, call) -> {
                            rotations.prepare(scope(asked), call.actor());
                            return shown(rotations.meant(scope(asked)));
                        });
        operations.refusal(ApprovalNeeded.class, 409, "approval-needed");
        operations.post(
                "activateRotation",
                "/rotations/{number}/activate",
                ApiScope.KEYS_WRITE,
                "Put the next keys into use.",
                ActivationAsked.class,
                RotationShown.class,
                (asked, call) -> {
                    Rotation rotation = required(asked.number());
                    rotations.activate(
                            rotation, Optional.ofNullable(asked.force()), new Person(call.account(), call.actor()));
                    return shown(rotation);
                });
        act(operations, "rehearseRotation", "rehearse", "Try the next keys on every link.", rotations::rehearse);
        act(operations, "retireRotation", "retire", "End the overlap.", rotations::retire);
        act(operations, "abortRotation", "abort", "Give the next keys up.", rotations::abort);
        act(operations, "resumeRotation", "resume", "Go on with the sites that are behind.", rotations::resume);
        operations.post(
                "revokeKeys",
                "/revocations",
                ApiScope.KEYS_WRITE,
                "Refuse a member's stolen keys everywhere, and have it make new ones.",
                RevocationAsked.class,
                RevocationShown.class,
                (asked, call) -> {
                    Wwwroot site = Wwwroot.normalized(asked.peer());
                    revocations.revoke(
                            site,
                            Optional.ofNullable(asked.generation()),
                            asked.reason(),
                            new Person(call.account(), call.actor()));
                    Revocation made = revocations.required(site);
                    return new RevocationShown(
                            site,
                            made.generation(),
                            made.fingerprint(),
                            made.state().label(),
                            made.lastError());
                });
    }

    /** What is done with one rotation. */
    private interface Deed {
        Object act(Rotation rotation, String actor);
    }

    private void act(Operations operations, String id, String verb, String summary, Deed deed) {
        operations.post(
                id,
                "/rotations/{number}/" + verb,
                ApiScope.KEYS_WRITE,
                summary,
                RotationAsked.class,
                RotationShown.class,
                (asked, call) -> {
                    deed.act(required(asked.number()), call.actor());
                    return shown(required(asked.number()));
                });
    }

    private static RotationScope scope(ScopeAsked asked) {
        return new RotationScope(
                Boolean.TRUE.equals(asked.all()),
                Optional.ofNullable(asked.subnetwork()),
                Boolean.TRUE.equals(asked.hub()),
                asked.peers() == null
                        ? List.of()
                        : asked.peers().stream().map(Wwwroot::normalized).toList());
    }

    private Rotation required(int number) {
        return rotations.find(number).orElseThrow(() -> ApiException.notFound("There is no rotation " + number + "."));
    }

    private RotationShown shown(Rotation rotation) {
        return new RotationShown(RotationView.of(rotations, rotation.number()).document());
    }
}
