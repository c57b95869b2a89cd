package network.constellation.hub.console;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import network.constellation.hub.approvals.Administrators;
import network.constellation.hub.approvals.Approvals;
import network.constellation.peer.peers.Offers;
import network.constellation.peer.web.text.Message;
import network.constellation.peer.web.view.State;

/** What needs a decision, the most pressing first. */
@Singleton
final class Decisions {
    /** So long before a key ends it is time to renew it. */
    private static final Duration RENEW = Duration.ofDays(30);

    private final Approvals approvals;
    private final Administrators administrators;
    private final Offers offers;
    private final Clock clock;

    @Inject
    Decisions(Approvals approvals, Administrators administrators, Offers offers, Clock clock) {
        this.approvals = approvals;
        this.administrators = administrators;
        this.offers = offers;
        this.clock = clock;
    }

    List<Decision> of(List<SiteView> sites, List<BrokenLink> broken) {
        List<Decision> decisions = new ArrayList<>();
        long silent = sites.stream()
                .filter(site -> site.takesPart() && site.lastError() != null)
                .count();
        add(decisions, silent, State.BAD, "decide.silent", "/hub/sites?state=bad");
        long failing = broken.stream().filter(BrokenLink::failing).count();
        add(decisions, failing, State.BAD, "decide.links", "/hub/subnetworks");
        add(decisions, approvals.waiting(), State.ATTENTION, "decide.approvals", "/hub/approvals");
        long pending = offers.list().stream()
                .filter(offer -> offer.refused().isEmpty())
                .count();
        add(decisions, pending, State.ATTENTION, "decide.pending", "/admin/peers");
        Instant soon = clock.instant().plus(RENEW);
        long ending =
                sites.stream().filter(site -> site.keyExpires().isBefore(soon)).count();
        add(decisions, ending, State.ATTENTION, "decide.keys", "/hub/sites?sort=key");
        long held = sites.stream().filter(site -> !site.takesPart()).count();
        add(decisions, held, State.ATTENTION, "decide.held", "/hub/sites?state=bad");
        if (administrators.oneSuffices()) {
            decisions.add(
                    new Decision(State.ATTENTION, Message.of(ConsolePages.class, "decide.alone"), "/hub/approvals"));
        }
        return decisions;
    }

    private static void add(List<Decision> decisions, long count, State state, String key, String path) {
        if (count > 0) {
            String number = count == 1 ? ".one" : ".other";
            decisions.add(new Decision(state, Message.of(ConsolePages.class, key + number, count), path));
        }
    }
}
