package network.constellation.hub.standby;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import network.constellation.hub.standby.StandbyState.Role;
import network.constellation.peer.tenant.Tenant;
import network.constellation.peer.web.Access;
import network.constellation.peer.web.PageView;
import network.constellation.peer.web.Pages;
import network.constellation.peer.web.Routes;
import network.constellation.peer.web.WebRequest;
import network.constellation.peer.web.WebResponse;
import network.constellation.peer.web.view.Badge;
import network.constellation.peer.web.view.State;

/**
 * Who stands by, how old the copy is, and what to do when the hub is lost. It only tells: appointing needs the root key and
 * promoting the passwords of two people, neither of which belongs into a browser.
 */
@Singleton
final class StandbyPages implements Pages {
    static final String PATH = "/hub/standby";
    static final Access WHO = Access.siteAdministrator();
    private static final Class<?> ROOM = StandbyPages.class;

    private final Promotion promotion;
    private final Tenant tenant;
    private final Clock clock;

    @Inject
    StandbyPages(Promotion promotion, Tenant tenant, Clock clock) {
        this.promotion = promotion;
        this.tenant = tenant;
        this.clock = clock;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(PATH, WHO, this::show);
    }

    private WebResponse show(WebRequest request) {
        StandbyState state = promotion.look();
        boolean late = state.isLate(clock.instant());
        return PageView.of(ROOM, "standby/standby.jte", "standby.title")
                .with("state", state)
                .with("late", late)
                .with("badge", badge(state, late))
                .with("own", tenant.wwwroot().value())
                .answer();
    }

    private static Badge badge(StandbyState state, boolean late) {
        State colour = switch (state.role()) {
            case LEADS, STANDS_BY -> late ? State.ATTENTION : State.GOOD;
            case ALONE -> State.ATTENTION;
            case UNFINISHED -> State.WORKING;
            case FENCED, FROZEN -> State.BAD;
            case NOT_APPOINTED -> State.UNKNOWN;
        };
        boolean copy = state.role() == Role.LEADS || state.role() == Role.STANDS_BY;
        return Badge.of(colour, ROOM, "standby.role." + state.role().label() + (copy && late ? "-late" : ""));
    }
}
