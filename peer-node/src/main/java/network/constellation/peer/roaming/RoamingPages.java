package network.constellation.peer.roaming;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.peers.Application;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.web.Access;
import network.constellation.peer.web.PageView;
import network.constellation.peer.web.Pages;
import network.constellation.peer.web.Routes;
import network.constellation.peer.web.WebCookie;
import network.constellation.peer.web.WebRequest;
import network.constellation.peer.web.WebResponse;

/**
 * The jump and landing addresses that sites know of each other (mnet-wire.md 1.1), Moodle's and Mahara's. Nobody reads
 * them; what is shown is the page of a refusal.
 */
@Singleton
final class RoamingPages implements Pages {
    /** Our pages tell nobody where people come from; a jump tells the site that it leads to, and that one alone. */
    private static final String REFERRER_POLICY = "strict-origin-when-cross-origin";

    private final Jumps jumps;
    private final Landing landing;
    private final LandingGuard guard;
    private final HomesToSignInAt homes;
    private final LandingBrake brake;
    private final RoamingMeters meters;
    private final JumpLinks links;
    private final Audit audit;
    private final Wwwroot self;

    @Inject
    RoamingPages(
            Jumps jumps,
            Landing landing,
            LandingGuard guard,
            HomesToSignInAt homes,
            LandingBrake brake,
            RoamingMeters meters,
            JumpLinks links,
            Audit audit,
            Wwwroot self) {
        this.jumps = jumps;
        this.landing = landing;
        this.guard = guard;
        this.homes = homes;
        this.brake = brake;
        this.meters = meters;
        this.links = links;
        this.audit = audit;
        this.self = self;
    }

    @Override
    public void routes(Routes routes) {
        routes.getLeaving(JumpLinks.JUMP_PATH, Access.user(), request -> jump(request, request.query("hostwwwroot")))
                .getLeaving("/auth/xmlrpc/jump.php", Access.user(), request -> jump(request, request.query("wr")))
                .getLeaving("/auth/mnet/land.php", Access.anonymous(), this::land)
                .getLeaving("/auth/xmlrpc/land.php", Access.anonymous(), this::land);
    }

    /**
     * {@code hostid} numbers a row of the site that made the link; we make none, so the address alone counts. {@code
     * remoteurl} in a jump says that the wanted page is at the other site, which it always is; {@code wantsurlbackhere} asks
     * to come back.
     */
    private WebResponse jump(WebRequest request, String destination) {
        if (!LandingGuard.isOpenedPage(signs(request))) {
            return refused(Refusal.NOT_A_PAGE, destination, Optional.empty(), request);
        }
        Onward onward = jumps.jump(
                request.session().orElseThrow(),
                new Jumps.Wish(
                        withoutSlash(destination),
                        request.query("wantsurl"),
                        request.query("wantsurlbackhere").equals("1"),
                        UserAgents.hash(request.userAgent()),
                        request.reference()));
        if (onward instanceof Onward.To to) {
            meters.jumped();
            return WebResponse.redirectAway(to.url()).withHeader("Referrer-Policy", REFERRER_POLICY);
        }
        Onward.Refused refused = (Onward.Refused) onward;
        return refused(refused.refusal(), refused.site(), Optional.empty(), request);
    }

    private static String withoutSlash(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    private WebResponse land(WebRequest request) {
        String idp = request.query("idp");
        Landing.Home found = landing.home(idp);
        if (found instanceof Landing.Home.Refused refused) {
            note(refused.refusal(), ProfileFields.clean(idp, 255), request);
            return refused(refused.refusal(), refused.site(), Optional.empty(), request);
        }
        Peer home = ((Landing.Home.Known) found).peer();
        Optional<LandingState.Returned> returned = LandingState.read(request.query("wantsurl"));
        String wanted = returned.map(LandingState.Returned::wanted).orElseGet(() -> request.query("wantsurl"));
        if (returned.isPresent()) {
            boolean asked = LandingState.matches(returned.get(), request.cookie(LandingState.COOKIE), home.wwwroot());
            return asked && LandingGuard.isOpenedPage(signs(request))
                    ? arrive(home, wanted, request).withCookie(WebCookie.forgetting(LandingState.COOKIE))
                    : refusedAtLanding(Refusal.NOT_ASKED_FOR, home, wanted, request);
        }
        return switch (guard.judge(signs(request), home.wwwroot())) {
            case NOT_A_PAGE -> refusedAtLanding(Refusal.NOT_A_PAGE, home, wanted, request);
            // A Mahara's jump needs a number of its own that we do not know, so it cannot be asked again.
            case ASK_AGAIN ->
                home.application() == Application.MAHARA ? arrive(home, wanted, request) : homes.ask(home, wanted);
            case PASS -> arrive(home, wanted, request);
        };
    }

    private WebResponse arrive(Peer home, String wanted, WebRequest request) {
        if (brake.isHeld(request.remoteAddress())) {
            return refusedAtLanding(Refusal.TOO_MANY, home, wanted, request);
        }
        Landing.Result result = landing.land(new Landing.Arrival(
                request.query("token"),
                home,
                UserAgents.hash(request.userAgent()),
                request.session(),
                request.reference()));
        if (result instanceof Landing.Result.Refused refused) {
            brake.failed(request.remoteAddress());
            return refusedAtLanding(refused.refusal(), home, wanted, request);
        }
        Landing.Result.Here here = (Landing.Result.Here) result;
        meters.landed();
        boolean back = request.query("remoteurl").equals("1");
        WebResponse onward = back
                ? WebResponse.redirectAway(WantsUrl.absolute(home.wwwroot(), wanted))
                : WebResponse.redirect(WantsUrl.path(self, wanted).orElse(WantsUrl.HOME));
        return onward.starting(here.session());
    }

    private WebResponse refusedAtLanding(Refusal refusal, Peer home, String wanted, WebRequest request) {
        note(refusal, home.wwwroot().value(), request);
        Optional<String> again = refusal.isWorthAnotherTry() && home.application() != Application.MAHARA
                ? Optional.of(links.jumpHere(home, WantsUrl.path(self, wanted).orElse(WantsUrl.HOME)))
                : Optional.empty();
        return refused(refusal, home.name(), again, request);
    }

    private void note(Refusal refusal, String site, WebRequest request) {
        audit.recordSoon(AuditEvent.refused(RoamingEvents.LANDING_REFUSED, "browser", refusal.label())
                .peer(site)
                .with("reference", request.reference())
                .with("address", request.remoteAddress()));
    }

    private WebResponse refused(Refusal refusal, String site, Optional<String> again, WebRequest request) {
        meters.refused(refusal);
        return PageView.of(RoamingPages.class, "roaming/refused.jte", "refused.title")
                .with("reason", refusal.label())
                .with("site", ProfileFields.clean(site, 255))
                .with("again", again.orElse(""))
                .with("reference", request.reference())
                .with("signedIn", request.visitor().isPresent())
                .withoutNavigation()
                .answer()
                .withStatus(refusal.status());
    }

    private static LandingGuard.Signs signs(WebRequest request) {
        String purpose = request.header("sec-purpose") + request.header("purpose") + request.header("x-moz");
        return new LandingGuard.Signs(
                request.method(),
                request.header("sec-fetch-dest"),
                request.header("sec-fetch-mode"),
                request.header("sec-fetch-site"),
                purpose,
                request.header("referer"));
    }
}
