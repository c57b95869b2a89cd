package network.constellation.peer.myhub;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import network.constellation.keys.fingerprint.Fingerprint;
import network.constellation.peer.commands.Grant;
import network.constellation.peer.commands.Grants;
import network.constellation.peer.directory.NetworkDirectory;
import network.constellation.peer.peers.Contact;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.subnets.JoinedNetwork;
import network.constellation.peer.subnets.Membership;
import network.constellation.peer.web.Access;
import network.constellation.peer.web.PageView;
import network.constellation.peer.web.Pages;
import network.constellation.peer.web.Routes;
import network.constellation.peer.web.WebRequest;
import network.constellation.peer.web.WebResponse;
import network.constellation.peer.web.text.Message;
import network.constellation.peer.web.view.Badge;
import network.constellation.peer.web.view.Field;
import network.constellation.peer.web.view.Form;
import network.constellation.peer.web.view.State;
import network.constellation.protocol.admission.InvalidInvitationException;

/** One page that answers: who is our hub, does it hear us, how old is what it told us, what may it do here. */
@Singleton
public final class MyHubPages implements Pages {
    static final String PATH = "/admin/myhub";
    static final Access WHO = Access.siteAdministrator();
    private static final Class<?> ROOM = MyHubPages.class;

    private final Membership membership;
    private final Peers peers;
    private final Grants grants;
    private final NetworkDirectory directory;
    private final Clock clock;

    @Inject
    MyHubPages(Membership membership, Peers peers, Grants grants, NetworkDirectory directory, Clock clock) {
        this.membership = membership;
        this.peers = peers;
        this.grants = grants;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(PATH, WHO, request -> page(Form.empty()).answer()).post(PATH + "/join", WHO, this::join);
    }

    private PageView page(Form form) {
        Optional<JoinedNetwork> network = membership.network();
        Optional<Peer> hub = peers.hub();
        Instant now = clock.instant();
        List<Grant> open = hub.map(known -> grants.of(known.wwwroot()).stream()
                        .filter(grant -> grant.isOpen(now))
                        .toList())
                .orElse(List.of());
        Contact contact = hub.map(known -> peers.contact(known.wwwroot())).orElse(Contact.NONE);
        return PageView.of(ROOM, "myhub/hub.jte", "title")
                .with("membership", network)
                .with("hub", hub)
                .with("fingerprint", hub.map(MyHubPages::fingerprint))
                .with("contact", contact)
                .with("badge", badge(network, contact))
                .with("grants", open)
                .with("age", directory.age())
                .with("form", form)
                .with(
                        "invitation",
                        Field.area("invitation", "invitation")
                                .hint("invitation.hint")
                                .needed());
    }

    private static Fingerprint fingerprint(Peer hub) {
        return Fingerprint.of(hub.identity(), hub.terms().network());
    }

    private static Badge badge(Optional<JoinedNetwork> network, Contact contact) {
        if (network.filter(one -> one.state() == JoinedNetwork.State.JOINING).isPresent()) {
            return Badge.of(State.WORKING, ROOM, "state.joining");
        }
        if (contact.lastError().isPresent()) {
            return Badge.of(State.BAD, ROOM, "state.silent");
        }
        return contact.lastContact().isPresent()
                ? Badge.of(State.GOOD, ROOM, "state.well")
                : Badge.of(State.UNKNOWN, ROOM, "state.unheard");
    }

    private WebResponse join(WebRequest request) {
        Form form = Form.from(request);
        try {
            membership.join(form.value("invitation"), request.user().username());
        } catch (InvalidInvitationException | IllegalStateException refused) {
            form.error("invitation", Message.of(ROOM, "invitation.refused", String.valueOf(refused.getMessage())));
            return page(form).answer().withStatus(422);
        }
        return WebResponse.redirect(PATH).withNotice(Message.of(ROOM, "joining"));
    }
}
