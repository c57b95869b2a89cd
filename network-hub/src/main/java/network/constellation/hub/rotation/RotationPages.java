package network.constellation.hub.rotation;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import network.constellation.hub.approvals.ApprovalNeeded;
import network.constellation.hub.approvals.Person;
import network.constellation.hub.registry.Member;
import network.constellation.hub.registry.Registry;
import network.constellation.hub.subnets.SubNetworks;
import network.constellation.keys.address.InvalidAddressException;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.tenant.Tenant;
import network.constellation.peer.web.Access;
import network.constellation.peer.web.NotFoundException;
import network.constellation.peer.web.PageView;
import network.constellation.peer.web.Pages;
import network.constellation.peer.web.Routes;
import network.constellation.peer.web.WebRequest;
import network.constellation.peer.web.WebResponse;
import network.constellation.peer.web.text.Message;

/** Rotations and revocations in the console of the hub. */
public final class RotationPages implements Pages {
    static final String PATH = "/hub/rotation";

    private static final Class<?> ROOM = RotationPages.class;
    private static final Access ADMIN = Access.siteAdministrator();

    private final Rotations rotations;
    private final Revocations revocations;
    private final Registry registry;
    private final SubNetworks subNetworks;
    private final Tenant tenant;

    @Inject
    RotationPages(
            Rotations rotations, Revocations revocations, Registry registry, SubNetworks subNetworks, Tenant tenant) {
        this.rotations = rotations;
        this.revocations = revocations;
        this.registry = registry;
        this.subNetworks = subNetworks;
        this.tenant = tenant;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(PATH, ADMIN, this::overview)
                .post(PATH + "/prepare", ADMIN, this::prepare)
                .post(PATH + "/{number}/rehearse", ADMIN, request -> act(request, Act.REHEARSE))
                .post(PATH + "/{number}/activate", ADMIN, request -> act(request, Act.ACTIVATE))
                .post(PATH + "/{number}/retire", ADMIN, request -> act(request, Act.RETIRE))
                .post(PATH + "/{number}/abort", ADMIN, request -> act(request, Act.ABORT))
                .post(PATH + "/{number}/resume", ADMIN, request -> act(request, Act.RESUME))
                .post(PATH + "/revoke", ADMIN, this::revoke);
    }

    private enum Act {
        REHEARSE,
        ACTIVATE,
        RETIRE,
        ABORT,
        RESUME
    }

    private WebResponse overview(WebRequest request) {
        List<Rotation> all = rotations.list();
        Map<Wwwroot, String> names = new TreeMap<>(Map.of(tenant.wwwroot(), tenant.name()));
        List<Member> members = registry.members();
        members.forEach(member -> names.put(member.wwwroot(), member.name()));
        Optional<RotationView> shown = shown(request, all);
        return PageView.of(ROOM, "rotation/overview.jte", "rotation.title")
                .with("shown", shown)
                .with(
                        "matrix",
                        RehearsalMatrix.of(shown.map(RotationView::rehearsal).orElse(new RehearsalReport(List.of()))))
                .with("all", all)
                .with("names", names)
                .with("members", members)
                .with("subNetworks", subNetworks.list())
                .with("revocations", revocations.list())
                .answer();
    }

    /** The one that was asked for, or the newest. */
    private Optional<RotationView> shown(WebRequest request, List<Rotation> all) {
        String wanted = request.query("number");
        return all.stream()
                .filter(one -> wanted.isEmpty() || wanted.equals(Integer.toString(one.number())))
                .findFirst()
                .map(one -> RotationView.of(rotations, one.number()));
    }

    private WebResponse prepare(WebRequest request) {
        try {
            rotations.prepare(scope(request.form("scope")), request.user().username());
        } catch (RotationRefused refused) {
            return refused(refused);
        }
        return done("rotation.preparing");
    }

    private static RotationScope scope(String chosen) {
        if (chosen.equals("all")) {
            return RotationScope.ALL;
        }
        if (chosen.equals("hub")) {
            return RotationScope.HUB;
        }
        if (chosen.matches("subnetwork [0-9]{1,9}")) {
            return RotationScope.ofSubnetwork(Integer.parseInt(chosen.substring("subnetwork ".length())));
        }
        return RotationScope.of(List.of(address(chosen)));
    }

    private WebResponse act(WebRequest request, Act act) {
        String actor = request.user().username();
        Rotation rotation = rotations.find((int) request.number("number")).orElseThrow(NotFoundException::new);
        try {
            switch (act) {
                case REHEARSE -> rotations.rehearse(rotation, actor);
                case ACTIVATE ->
                    rotations.activate(rotation, Optional.of(request.form("reason")), Person.of(request.user()));
                case RETIRE -> rotations.retire(rotation, actor);
                case ABORT -> rotations.abort(rotation, actor);
                case RESUME -> rotations.resume(rotation, actor);
            }
        } catch (ApprovalNeeded needed) {
            return waits(needed, "rotation.second");
        } catch (RotationRefused refused) {
            return refused(refused);
        }
        return done("rotation.asked");
    }

    private WebResponse revoke(WebRequest request) {
        String reason = request.form("reason").strip();
        if (reason.isEmpty()) {
            return done("revoke.reason.missing");
        }
        try {
            revocations.revoke(address(request.form("site")), Optional.empty(), reason, Person.of(request.user()));
        } catch (ApprovalNeeded needed) {
            return waits(needed, "revoke.second");
        } catch (RotationRefused refused) {
            return refused(refused);
        }
        return done("revoke.done");
    }

    private static WebResponse waits(ApprovalNeeded needed, String key) {
        return WebResponse.redirect("/hub/approvals/" + needed.number()).withNotice(Message.of(ROOM, key));
    }

    private static Wwwroot address(String text) {
        try {
            return Wwwroot.of(text);
        } catch (InvalidAddressException noAddress) {
            throw new NotFoundException();
        }
    }

    private static WebResponse done(String key) {
        return WebResponse.redirect(PATH).withNotice(Message.of(ROOM, key));
    }

    private static WebResponse refused(RotationRefused refused) {
        return WebResponse.redirect(PATH).withRefusal(Message.of(ROOM, "rotation.refused", refused.sentence()));
    }
}
