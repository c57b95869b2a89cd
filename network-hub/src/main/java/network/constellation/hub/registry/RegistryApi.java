package network.constellation.hub.registry;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import network.constellation.hub.api.ApiException;
import network.constellation.hub.api.ApiRoom;
import network.constellation.hub.api.ApiScope;
import network.constellation.hub.api.ApiText;
import network.constellation.hub.api.NoInput;
import network.constellation.hub.api.Operations;
import network.constellation.hub.api.Paging;
import network.constellation.keys.address.Wwwroot;
import network.constellation.protocol.admission.Invitation;
import org.jspecify.annotations.Nullable;

/** Members, their tags and invitations, for programs. */
final class RegistryApi implements ApiRoom {
    private static final int MOST = 500;

    private final Registry registry;
    private final Tags tags;
    private final Invitations invitations;

    @Inject
    RegistryApi(Registry registry, Tags tags, Invitations invitations) {
        this.registry = registry;
        this.tags = tags;
        this.invitations = invitations;
    }

    record PeersAsked(
            @ApiText("Part of a name or an address.") @Nullable
            String search,

            @ApiText("admitted, suspended or removed.") Member.@Nullable State state,
            @ApiText("Only those with this tag.") @Nullable String tag,

            @ApiText("How many to leave out; 0, if not given.") @Nullable
            Integer offset,

            @ApiText("How many to give; 100, if not given, at most 500.") @Nullable
            Integer limit) {}

    record PeerAsked(
            @ApiText("Its address, such as https://a.example.org.")
            Wwwroot address) {}

    @ApiText("A site of the network.")
    record PeerDocument(
            Wwwroot address,
            String name,
            @ApiText("constellation, moodle or mahara.") String application,
            @ApiText("admitted, suspended or removed.") String state,
            Collection<String> tags,

            @ApiText("SHA-256 of its whole identity at admission, 64 hex digits.")
            String fingerprint,

            Instant admitted) {}

    record PeersFound(@ApiText("How many there are in all.") int total, List<PeerDocument> peers) {}

    record InvitationAsked(
            @ApiText("Whom it is for, in your words.") @Nullable
            String name,

            @ApiText("The sub-network that the site joins when it is admitted.") @Nullable
            Integer subnetwork) {}

    record InvitationMade(
            @ApiText("The line to hand over; shown only now.")
            String invitation,

            Wwwroot hub,
            @ApiText("The hub's, to compare by telephone.") String fingerprint,
            Instant expires) {}

    record OpenInvitation(String name, @Nullable Integer subnetwork, Instant created, Instant expires) {}

    record OpenInvitations(List<OpenInvitation> invitations) {}

    record TagsAsked(
            @ApiText("The site.") Wwwroot address,
            @ApiText("To be put on it.") List<String> add,
            @ApiText("To be taken off it.") List<String> remove) {}

    record TagsCounted(
            @ApiText("Each tag with how many sites have it.")
            Map<String, Integer> tags) {}

    @Override
    public void operations(Operations operations) {
        operations
                .group("sites")
                .get(
                        "listPeers",
                        "/peers",
                        ApiScope.NETWORK_READ,
                        "List the sites of the network.",
                        PeersAsked.class,
                        PeersFound.class,
                        (asked, call) -> found(asked))
                .get(
                        "showPeer",
                        "/peer",
                        ApiScope.NETWORK_READ,
                        "Show one site.",
                        PeerAsked.class,
                        PeerDocument.class,
                        (asked, call) -> document(member(asked.address()), tags.of(asked.address())))
                .post(
                        "invitePeer",
                        "/invitations",
                        ApiScope.NETWORK_WRITE,
                        "Make an invitation for one site; it works once.",
                        InvitationAsked.class,
                        InvitationMade.class,
                        (asked, call) -> invited(asked, call.actor()))
                .get(
                        "listInvitations",
                        "/invitations",
                        ApiScope.NETWORK_READ,
                        "List the invitations that nobody has used yet.",
                        NoInput.class,
                        OpenInvitations.class,
                        (none, call) -> new OpenInvitations(invitations.open().stream()
                                .map(one -> new OpenInvitation(
                                        one.label(), one.subnetwork(), one.createdAt(), one.expiresAt()))
                                .toList()))
                .post(
                        "tagPeer",
                        "/peers/tags",
                        ApiScope.NETWORK_WRITE,
                        "Put tags on a site, or take them off.",
                        TagsAsked.class,
                        PeerDocument.class,
                        (asked, call) -> document(
                                member(asked.address()),
                                tags.change(asked.address(), asked.add(), asked.remove(), call.actor())))
                .get(
                        "listTags",
                        "/tags",
                        ApiScope.NETWORK_READ,
                        "List the tags with how many sites have each.",
                        NoInput.class,
                        TagsCounted.class,
                        (none, call) -> new TagsCounted(tags.counts()));
    }

    private PeersFound found(PeersAsked asked) {
        Paging part = Paging.of(asked.offset(), asked.limit(), 100, MOST);
        String search = asked.search() == null ? "" : asked.search().toLowerCase(Locale.ROOT);
        Map<Wwwroot, SortedSet<String>> all = tags.all();
        List<PeerDocument> fitting = new ArrayList<>();
        for (Member member : registry.members()) {
            SortedSet<String> own = all.getOrDefault(member.wwwroot(), new TreeSet<>());
            boolean named = member.name().toLowerCase(Locale.ROOT).contains(search)
                    || member.wwwroot().value().contains(search);
            if (named
                    && (asked.state() == null || asked.state() == member.state())
                    && (asked.tag() == null || own.contains(asked.tag()))) {
                fitting.add(document(member, own));
            }
        }
        return new PeersFound(fitting.size(), part.of(fitting));
    }

    private Member member(Wwwroot address) {
        return registry.find(address)
                .orElseThrow(() -> ApiException.notFound(address + " is not a member of this network."));
    }

    private static PeerDocument document(Member member, SortedSet<String> own) {
        return new PeerDocument(
                member.wwwroot(),
                member.name(),
                member.application(),
                member.state().name().toLowerCase(Locale.ROOT),
                own,
                member.fingerprint(),
                member.admittedAt());
    }

    private InvitationMade invited(InvitationAsked asked, String actor) {
        String name = asked.name() == null ? "" : asked.name();
        Invitation invitation = invitations.invite(name, Optional.ofNullable(asked.subnetwork()), actor);
        return new InvitationMade(invitation.line(), invitation.hub(), invitation.fingerprint(), invitation.expires());
    }
}
