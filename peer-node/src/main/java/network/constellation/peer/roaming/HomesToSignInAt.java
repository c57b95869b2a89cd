package network.constellation.peer.roaming;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.accounts.SignInChoices;
import network.constellation.peer.peers.Application;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.Services;
import network.constellation.peer.web.Access;
import network.constellation.peer.web.NotFoundException;
import network.constellation.peer.web.Pages;
import network.constellation.peer.web.Routes;
import network.constellation.peer.web.WebCookie;
import network.constellation.peer.web.WebRequest;
import network.constellation.peer.web.WebResponse;
import network.constellation.protocol.method.roaming.RoamingMethods;

/** On the sign-in page: the sites from which people come, each one click away (mnet-wire.md 11.1, step 1). */
@Singleton
final class HomesToSignInAt implements SignInChoices, Pages {
    private static final String PATH = "/roaming/home";

    /** How long somebody may take to sign in at home before the way back is closed. */
    static final Duration STATE_LIFE = Duration.ofMinutes(10);

    private final Peers peers;
    private final Services services;
    private final JumpLinks links;
    private final LandingState state;
    private final NetworkWord network;
    private final Wwwroot self;

    @Inject
    HomesToSignInAt(
            Peers peers, Services services, JumpLinks links, LandingState state, NetworkWord network, Wwwroot self) {
        this.peers = peers;
        this.services = services;
        this.links = links;
        this.state = state;
        this.network = network;
        this.self = self;
    }

    @Override
    public List<Choice> choices(String wantsurl) {
        return peers.list().stream()
                .filter(this::isHome)
                .map(peer -> new Choice(
                        peer.name(),
                        PATH + "?site=" + encode(peer.wwwroot().value()) + "&wantsurl=" + encode(wantsurl)))
                .toList();
    }

    /** A Mahara's jump needs a number of its own that we do not know. */
    private boolean isHome(Peer peer) {
        return peer.isApproved()
                && !network.isCutOff(peer)
                && peer.application() != Application.MAHARA
                && services.table().subscribes(peer.wwwroot(), RoamingMethods.SSO_IDP);
    }

    @Override
    public void routes(Routes routes) {
        routes.getLeaving(
                PATH,
                Access.anonymous(),
                request -> askHome(
                        peers.find(request.query("site")).filter(this::isHome).orElseThrow(NotFoundException::new),
                        request));
    }

    private WebResponse askHome(Peer home, WebRequest request) {
        return ask(home, request.query("wantsurl"));
    }

    /** Sends the browser home to come back with a landing that this browser alone can use. */
    WebResponse ask(Peer home, String wanted) {
        LandingState.Asked asked =
                state.ask(home.wwwroot(), WantsUrl.path(self, wanted).orElse(WantsUrl.HOME));
        return WebResponse.redirectAway(links.jumpHere(home, asked.wantsurl()))
                .withCookie(new WebCookie(LandingState.COOKIE, asked.cookie(), STATE_LIFE));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
