package network.constellation.peer.courses;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.courses.ShelfOrder.Asker;
import network.constellation.peer.dispatch.CallContext;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.peer.outbound.UnreachableException;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.platform.User;
import network.constellation.peer.roaming.JumpSession;
import network.constellation.peer.roaming.JumpSessions;
import network.constellation.protocol.call.Fault;
import network.constellation.protocol.method.courses.CallingUser;
import network.constellation.protocol.method.courses.CourseMethods;
import network.constellation.protocol.method.courses.Whereabouts;
import network.constellation.protocol.method.status.StatusAnswer;

/**
 * Who is behind a call (courses-and-certificates.md 2.1 and 3.7). What a site claims about itself must be what its
 * envelope proves; what it claims about a person of another home must be confirmed by that home.
 */
@Singleton
final class Callers {
    private final Askers askers;
    private final CourseRights rights;
    private final JumpSessions jumps;
    private final Peers peers;
    private final PeerClient client;
    private final Audit audit;
    private final Wwwroot self;

    @Inject
    Callers(
            Askers askers,
            CourseRights rights,
            JumpSessions jumps,
            Peers peers,
            PeerClient client,
            Audit audit,
            Wwwroot self) {
        this.askers = askers;
        this.rights = rights;
        this.jumps = jumps;
        this.peers = peers;
        this.client = client;
        this.audit = audit;
        this.self = self;
    }

    /** Why a call is not served; becomes a status of the originals. */
    static final class CallerRefused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int status;
        private final boolean written;

        CallerRefused(int status, String sentence) {
            this(status, sentence, false);
        }

        CallerRefused(int status, String sentence, boolean written) {
            super(sentence, null, false, false);
            this.status = status;
            this.written = written;
        }

        /** Whether the audit has a line of it already. */
        boolean isWritten() {
            return written;
        }

        StatusAnswer answer() {
            return StatusAnswer.refused(status, String.valueOf(getMessage()));
        }
    }

    /**
     * The person as the calling site names it, for what the site itself may do: nobody is asked whether it is true.
     *
     * @throws CallerRefused 501 for a structure with gaps, or a site that calls itself by another's name
     */
    Asker claimed(CallContext context, CallingUser user) {
        Wwwroot sender = context.peer().wwwroot();
        if (!user.isComplete()) {
            throw new CallerRefused(
                    StatusAnswer.FAILURE_USER,
                    "The calling user needs username, remoteuserhostroot and remotehostroot; one of them is missing.");
        }
        if (!user.site().equals(sender.value())) {
            audit.record(AuditEvent.refused(CourseEvents.IMPERSONATION, sender.value(), "claims another site's name")
                    .peer(sender.value())
                    .trace(context.traceId())
                    .with("claimed", cut(user.site()))
                    .with("username", cut(user.username())));
            throw new CallerRefused(
                    StatusAnswer.FAILURE_USER, "The site that calls is not the one that remotehostroot names.", true);
        }
        try {
            return new Asker(user.username(), Wwwroot.of(user.home()).value());
        } catch (IllegalArgumentException noAddress) {
            throw new CallerRefused(StatusAnswer.FAILURE_USER, "remoteuserhostroot is not the address of a site.");
        }
    }

    /**
     * The person, confirmed by the home, who need not have an account here.
     *
     * @throws CallerRefused as {@link #claimed}, and for a person whom the home does not know to be there
     */
    Asker named(CallContext context, CallingUser user) {
        Asker asker = claimed(context, user);
        Wwwroot sender = context.peer().wwwroot();
        Wwwroot home = Wwwroot.of(asker.home());
        if (!home.equals(sender) && !isThere(home, sender, user.username())) {
            audit.record(AuditEvent.refused(CourseEvents.IMPERSONATION, sender.value(), "speaks for a person elsewhere")
                    .peer(sender.value())
                    .trace(context.traceId())
                    .with("home", cut(user.home()))
                    .with("username", cut(user.username())));
            throw new CallerRefused(
                    StatusAnswer.FAILURE_USER,
                    "The person's home does not confirm that the person is at your site.",
                    true);
        }
        return asker;
    }

    /** The person's account here. @throws CallerRefused 501 without one */
    User account(CallContext context, CallingUser user) {
        return askers.account(named(context, user))
                .orElseThrow(() -> new CallerRefused(
                        StatusAnswer.FAILURE_USER,
                        "This person has no account here: come here once by single sign-on, then try again."));
    }

    /** With a right somewhere on this site. @throws CallerRefused 501 without an account, 510 without the right */
    User withRight(CallContext context, CallingUser user, String capability) {
        User account = account(context, user);
        if (!rights.anywhere(account, capability)) {
            throw lacks(context, account, capability);
        }
        return account;
    }

    CallerRefused lacks(CallContext context, User account, String capability) {
        audit.recordSoon(AuditEvent.refused(CourseEvents.REFUSED, account.username(), "lacks " + capability)
                .peer(context.peer().wwwroot().value())
                .trace(context.traceId()));
        return new CallerRefused(
                StatusAnswer.FAILURE_CAPABILITY,
                "This person may not do that here: " + capability + " is needed.",
                true);
    }

    /** Whether a person of {@code home} went to {@code site} by single sign-on: asked of the home, or known by us. */
    private boolean isThere(Wwwroot home, Wwwroot site, String username) {
        if (home.equals(self)) {
            return vouch(new Whereabouts(username, site.value()), site);
        }
        Optional<Peer> peer = peers.find(home).filter(Peer::isApproved);
        try {
            return peer.isPresent()
                    && client.call(peer.get(), CourseMethods.VOUCH, new Whereabouts(username, site.value()));
        } catch (Fault | UnreachableException noWord) {
            return false;
        }
    }

    /** For a third site that asks: is our person at {@code site} now? */
    boolean vouch(Whereabouts where) {
        try {
            return vouch(where, Wwwroot.of(where.site()));
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    private boolean vouch(Whereabouts where, Wwwroot site) {
        return jumps.at(site, where.username()).filter(JumpSession::confirmed).isPresent();
    }

    private static String cut(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200);
    }
}
