package network.constellation.hub.subnets;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import network.constellation.hub.approvals.DangerousAct;
import network.constellation.hub.registry.Member;
import network.constellation.keys.address.Wwwroot;

/** Ending a membership for good: a second administrator looks at it (promise 39). */
final class MemberRemoval implements DangerousAct {
    static final String KIND = "member-remove";

    private static final String MEMBER = "member";
    private static final String BECOMES = "becomes";

    private final Provider<Members> members;
    private final Provider<SubNetworks> subNetworks;

    @Inject
    MemberRemoval(Provider<Members> members, Provider<SubNetworks> subNetworks) {
        this.members = members;
        this.subNetworks = subNetworks;
    }

    static Map<String, String> parameters(Wwwroot member, Member.State becomes) {
        return Map.of(MEMBER, member.value(), BECOMES, becomes.name());
    }

    private static Wwwroot member(Map<String, String> parameters) {
        return Wwwroot.of(parameters.getOrDefault(MEMBER, ""));
    }

    private static Member.State becomes(Map<String, String> parameters) {
        return Member.State.valueOf(parameters.getOrDefault(BECOMES, Member.State.REMOVED.name()));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<String> preview(Map<String, String> parameters) {
        Wwwroot site = member(parameters);
        Member member = subNetworks.get().requireKnown(site);
        List<SubNetwork> of = subNetworks.get().list().stream()
                .filter(one -> one.members().contains(site))
                .toList();
        TreeSet<Wwwroot> siblings = new TreeSet<>();
        of.forEach(one -> siblings.addAll(one.members()));
        siblings.remove(site);
        List<String> lines = new ArrayList<>();
        lines.add(
                becomes(parameters) == Member.State.OUTSIDE
                        ? "Take a site out of the network; the registry goes on showing it."
                        : "Remove a site from the network.");
        lines.add("Member: " + site + " (" + member.name() + "), fingerprint " + member.fingerprint());
        lines.add("Sub-networks that it leaves: "
                + String.join(
                        ", ",
                        of.stream().map(one -> Integer.toString(one.number())).toList()));
        lines.add("Its keys are good nowhere any more, its roaming sessions end. Links that end, beside the hub's: "
                + siblings.size());
        siblings.forEach(sibling -> lines.add(sibling.value()));
        return lines;
    }

    @Override
    public String execute(Map<String, String> parameters, String actor) {
        Wwwroot member = member(parameters);
        members.get().removeNow(member, becomes(parameters), actor);
        return member + " is out of the network; its links are being withdrawn.";
    }
}
