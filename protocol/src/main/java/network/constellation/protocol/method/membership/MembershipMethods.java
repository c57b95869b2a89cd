package network.constellation.protocol.method.membership;

import static network.constellation.protocol.method.Codecs.argument;
import static network.constellation.protocol.method.Codecs.arguments;
import static network.constellation.protocol.method.Codecs.base64InString;
import static network.constellation.protocol.method.Codecs.bool;
import static network.constellation.protocol.method.Codecs.list;
import static network.constellation.protocol.method.Codecs.number;
import static network.constellation.protocol.method.Codecs.requiredString;
import static network.constellation.protocol.method.Codecs.string;
import static network.constellation.protocol.method.Codecs.struct;
import static network.constellation.protocol.method.VersionShape.VERSION;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.method.Members;
import network.constellation.protocol.method.NetworkMethod;
import network.constellation.protocol.method.NetworkMethod.Authority;
import network.constellation.protocol.method.NetworkMethod.Effect;
import network.constellation.protocol.method.NetworkMethod.Parameter;
import network.constellation.protocol.method.NetworkMethod.Result;
import network.constellation.protocol.method.ValueCodec;
import network.constellation.protocol.method.administration.AdminMethods;
import network.constellation.protocol.method.reporting.ReportMethods;
import network.constellation.protocol.method.whereis.WhereisMethods;

/** Joining a network and being introduced in it (docs/protocol/bootstrap.md). */
public final class MembershipMethods {
    /** Published by each member to its hub, and to nobody else. */
    public static final String HUB_SERVICE = "constellation_hub";

    /** What a member lets its hub call, and nobody else, from the moment it joins. */
    public static final Set<String> FOR_THE_HUB = Set.of(
            HUB_SERVICE,
            "sso_sp",
            AdminMethods.MNETADMIN,
            AdminMethods.DATAEXCHANGE,
            ReportMethods.SERVICE,
            WhereisMethods.SERVICE);

    /** The hub could not reach the site that asks, at the address that it claims; worth another try. */
    public static final int NO_ANSWER = 522;

    /** Too many requests of that network address were refused lately (mnet-wire.md 9.2); worth another try later. */
    public static final int OVER_BUDGET = 7000;

    private static final ValueCodec<Admission> ADMISSION = struct(
            admission -> Members.create()
                    .with("state", "admitted")
                    .with("network", admission.network())
                    .with("networkname", admission.networkName())
                    .with("hubname", admission.hubName())
                    .with("fingerprint", admission.fingerprint())
                    .withOptional("anchor", base64InString(), admission.anchor()),
            members -> new Admission(
                    members.required("network", requiredString()),
                    members.text("networkname"),
                    members.text("hubname"),
                    members.required("fingerprint", requiredString()),
                    members.optional("anchor", base64InString())));

    private static final ValueCodec<Introduction> INTRODUCTION = struct(
            introduction -> Members.create()
                    .with("wwwroot", introduction.wwwroot())
                    .with("name", introduction.name())
                    .with("application", introduction.application())
                    .with("bundle", introduction.bundle())
                    .with("fingerprint", introduction.fingerprint())
                    .with("subnetwork", number(), introduction.subnetwork())
                    .with("subnetworkname", introduction.subnetworkName())
                    .with("publish", list(string()), introduction.publish())
                    .with("subscribe", list(string()), introduction.subscribe())
                    .withOptional("newerthan", VERSION, introduction.newerThan()),
            members -> new Introduction(
                    members.required("wwwroot", requiredString()),
                    members.text("name"),
                    members.required("application", requiredString()),
                    members.required("bundle", requiredString()),
                    members.required("fingerprint", requiredString()),
                    members.required("subnetwork", number()),
                    members.text("subnetworkname"),
                    members.required("publish", list(requiredString())),
                    members.required("subscribe", list(requiredString())),
                    members.optional("newerthan", VERSION)));

    /** Plain, from a site that the hub does not know yet: what counts is the signed request itself. */
    public static final NetworkMethod<String, Admission> JOIN = new NetworkMethod<>(
            "constellation/hub/join",
            List.of(),
            Effect.IDEMPOTENT,
            Authority.STRANGER,
            List.of(new Parameter("request", "string", "Signed admission request.")),
            new Result("struct", "Members state, network, networkname, hubname, fingerprint and anchor."),
            "Admits an invited site to the network.",
            argument("request", requiredString()),
            ADMISSION);

    /** True when the receiver now knows the introduced member as told. */
    public static final NetworkMethod<Introduction, Boolean> INTRODUCE = new NetworkMethod<>(
            "constellation/subnets/introduce",
            List.of(HUB_SERVICE),
            Effect.IDEMPOTENT,
            Authority.HUB,
            List.of(new Parameter("introduction", "struct", "The member, its keys, the sub-network, the services.")),
            new Result("boolean", "True."),
            "Tells this site about another member of a sub-network, with its keys and the services agreed.",
            argument("introduction", INTRODUCTION),
            bool());

    private static final ValueCodec<Dismissed> DISMISSED = struct(
            dismissed -> Members.create()
                    .with("landed", number(), dismissed.landed())
                    .with("away", number(), dismissed.away()),
            members -> new Dismissed(members.required("landed", number()), members.required("away", number())));

    private static final ValueCodec<HeldLink> HELD = struct(
            held -> Members.create()
                    .with("wwwroot", held.wwwroot())
                    .with("state", held.state())
                    .with("fingerprint", held.fingerprint())
                    .with("publish", list(string()), held.publish())
                    .with("subscribe", list(string()), held.subscribe())
                    .with("subnetworks", list(number()), held.subnetworks()),
            members -> new HeldLink(
                    members.required("wwwroot", requiredString()),
                    members.required("state", requiredString()),
                    members.text("fingerprint"),
                    members.required("publish", list(requiredString())),
                    members.required("subscribe", list(requiredString())),
                    members.required("subnetworks", list(number()))));

    private static final ValueCodec<HeldLinks> HELD_LINKS = struct(
            page -> Members.create().with("links", list(HELD), page.links()).with("next", page.next()),
            members -> new HeldLinks(members.required("links", list(HELD)), members.text("next")));

    /** Answers when the receiver no longer holds anything from that introduction, and its sessions have ended. */
    public static final NetworkMethod<Dismissal, Dismissed> DISMISS = new NetworkMethod<>(
            "constellation/subnets/dismiss",
            List.of(HUB_SERVICE),
            Effect.IDEMPOTENT,
            Authority.HUB,
            List.of(
                    new Parameter("wwwroot", "string", "Base URL of the member that left."),
                    new Parameter("subnetwork", "int", "Number of the sub-network that it left; 0: the network."),
                    new Parameter("newerthan", "struct", "Newest directory that may not tell of it: term, sequence.")),
            new Result("struct", "Members landed and away: how many sessions ended with it."),
            "Ends what an introduction in this sub-network began; about the hub itself, the receiver's membership.",
            arguments(
                    MembershipMethods::ending,
                    given -> new Dismissal(
                            given.required(0, "wwwroot", requiredString()),
                            given.required(1, "subnetwork", number()),
                            given.optional(2, "newerthan", VERSION))),
            DISMISSED);

    /** What the receiver holds of the network: the hub compares it with what is wanted. */
    public static final NetworkMethod<String, HeldLinks> LINKS = new NetworkMethod<>(
            "constellation/subnets/links",
            List.of(HUB_SERVICE),
            Effect.READ,
            Authority.HUB,
            List.of(new Parameter("from", "string", "Address at which the page begins; empty: the first page.")),
            new Result("struct", "Members links (list of struct) and next (where the next page begins; empty: none)."),
            "Tells the hub which members this site knows, by which keys, with which services, and through which"
                    + " sub-networks.",
            argument("from", string()),
            HELD_LINKS);

    public static final List<NetworkMethod<?, ?>> ALL = List.of(JOIN, INTRODUCE, DISMISS, LINKS);

    private MembershipMethods() {}

    private static List<Value> ending(Dismissal dismissal) {
        List<Value> all = new ArrayList<>();
        all.add(string().encode(dismissal.wwwroot()));
        all.add(number().encode(dismissal.subnetwork()));
        dismissal.newerThan().map(VERSION::encode).ifPresent(all::add);
        return all;
    }
}
