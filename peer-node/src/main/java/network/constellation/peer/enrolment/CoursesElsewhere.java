package network.constellation.peer.enrolment;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.peer.outbound.UnreachableException;
import network.constellation.peer.peers.Application;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.platform.Enrolment;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.User;
import network.constellation.peer.roaming.EnrolledCourse;
import network.constellation.peer.roaming.RemoteCourses;
import network.constellation.peer.roaming.VisitorAccounts;
import network.constellation.peer.web.text.PlainText;
import network.constellation.protocol.call.Fault;
import network.constellation.protocol.method.enrolment.CourseEnrolment;
import network.constellation.protocol.method.enrolment.CourseEnrolmentsQuery;
import network.constellation.protocol.method.enrolment.EnrolRequest;
import network.constellation.protocol.method.enrolment.EnrolledUser;
import network.constellation.protocol.method.enrolment.EnrolmentFault;
import network.constellation.protocol.method.enrolment.EnrolmentMethods;
import network.constellation.protocol.method.enrolment.UnenrolRequest;
import network.constellation.protocol.method.roaming.RoamingUser;

/**
 * Courses of other sites for our own people: what is offered, enrolling and leaving (mnet-wire.md 11.2). Everything that
 * cannot be is an {@link EnrolmentException} that says why and whom to ask; each refusal is in the audit.
 */
@Singleton
public final class CoursesElsewhere {
    private static final int NAME = 255;

    private final Offers offers;
    private final SendingRules rules;
    private final Peers peers;
    private final PeerClient client;
    private final Platform platform;
    private final VisitorAccounts accounts;
    private final RemoteCourses known;
    private final Audit audit;

    @Inject
    CoursesElsewhere(
            Offers offers,
            SendingRules rules,
            Peers peers,
            PeerClient client,
            Platform platform,
            VisitorAccounts accounts,
            RemoteCourses known,
            Audit audit) {
        this.offers = offers;
        this.rules = rules;
        this.peers = peers;
        this.client = client;
        this.platform = platform;
        this.accounts = accounts;
        this.known = known;
        this.audit = audit;
    }

    /** Who asks, for whom. @param bySelf the learner, not an administrator of this site */
    public record Asker(String actor, boolean bySelf) {
        public static Asker learner(User user) {
            return new Asker(user.username(), true);
        }

        public static Asker administrator(String actor) {
            return new Asker(actor, false);
        }
    }

    /** Sites at which we may enrol. */
    public List<Peer> sites() {
        return offers.sites();
    }

    /** What the site offered when it was last asked; {@link #asked} says how long ago. */
    public List<Offer> offered(Wwwroot site) {
        return offers.of(site);
    }

    public Optional<Offer> offer(Wwwroot site, long courseId) {
        return offers.find(site, courseId);
    }

    public Optional<Asked> asked(Wwwroot site) {
        return offers.asked(site);
    }

    /** Asks the site now. @throws EnrolmentException when enrolment is not agreed with it, or it does not answer */
    public List<Offer> refresh(Wwwroot site) {
        Peer peer = agreed(site);
        Optional<String> problem = offers.refresh(peer);
        if (problem.isPresent()) {
            throw new EnrolmentException("unreachable", peer.name(), problem.get());
        }
        return offers.of(site);
    }

    /**
     * Enrols one of our people there.
     *
     * @param role short name; absent: the usual one of the course
     */
    public Offer enrol(User user, Wwwroot site, long courseId, Optional<String> role, Asker asker) {
        return audited(EnrolmentEvents.SENT, asker, user, site, courseId, () -> {
            Peer peer = agreed(site);
            Offer offer = rules.check(user, peer, courseId, role, asker.bySelf());
            Optional<EnrolRequest.Wish> wish = peer.application() == Application.CONSTELLATION
                    ? Optional.of(new EnrolRequest.Wish(role.orElse(""), asker.bySelf()))
                    : Optional.empty();
            try {
                client.call(peer, EnrolmentMethods.ENROL_USER, new EnrolRequest(told(user, site), courseId, wish));
            } catch (Fault refused) {
                throw rules.refused(peer, courseId, refused);
            } catch (UnreachableException lost) {
                throw lost(peer, lost);
            }
            known.enrolled(user.id(), remembered(offer, role.orElse("")));
            return offer;
        });
    }

    /** Ends an enrolment that was made from here. */
    public void unenrol(User user, Wwwroot site, long courseId, Asker asker) {
        audited(EnrolmentEvents.WITHDRAWN, asker, user, site, courseId, () -> {
            Peer peer = agreed(site);
            try {
                client.call(peer, EnrolmentMethods.UNENROL_USER, new UnenrolRequest(user.username(), courseId));
                if (told(peer, courseId).stream()
                        .anyMatch(enrolment -> enrolment.username().equals(user.username()))) {
                    throw new EnrolmentException("still-in", peer.name());
                }
            } catch (Fault refused) {
                boolean gone = EnrolmentFault.ofCode(refused.code())
                        .filter(fault -> fault == EnrolmentFault.USER_NOT_FOUND
                                || fault == EnrolmentFault.COURSE_NOT_FOUND
                                || fault == EnrolmentFault.COURSE_UNAVAILABLE)
                        .isPresent();
                if (!gone) {
                    throw rules.refused(peer, courseId, refused);
                }
            } catch (UnreachableException lost) {
                throw lost(peer, lost);
            }
            known.left(user.id(), site, courseId);
            return user;
        });
    }

    /** Our people in a course there, asked now; what we remember of them is brought in line. */
    public List<Participant> participants(Wwwroot site, long courseId) {
        Peer peer = agreed(site);
        List<Participant> participants = new ArrayList<>();
        Map<Long, String> present = new TreeMap<>();
        try {
            for (CourseEnrolment enrolment : told(peer, courseId)) {
                Optional<User> user = platform.users().findLocal(enrolment.username());
                user.ifPresent(found -> present.put(found.id(), enrolment.role()));
                participants.add(new Participant(
                        user.map(found -> OptionalLong.of(found.id())).orElse(OptionalLong.empty()),
                        PlainText.clean(enrolment.username(), NAME),
                        user.map(User::fullName).orElse(""),
                        PlainText.clean(enrolment.role(), NAME),
                        PlainText.clean(enrolment.method(), NAME),
                        Instant.ofEpochSecond(enrolment.modified())));
            }
        } catch (Fault refused) {
            throw rules.refused(peer, courseId, refused);
        } catch (UnreachableException lost) {
            throw new EnrolmentException("unreachable", peer.name(), lost.why());
        }
        align(site, courseId, present);
        return participants;
    }

    private void align(Wwwroot site, long courseId, Map<Long, String> present) {
        Set<Long> remembered = new HashSet<>(known.in(site, courseId));
        offers.find(site, courseId)
                .ifPresent(offer -> present.forEach((user, role) -> {
                    if (!remembered.contains(user)) {
                        known.enrolled(user, remembered(offer, role));
                    }
                }));
        remembered.removeAll(present.keySet());
        remembered.forEach(user -> known.left(user, site, courseId));
    }

    private List<CourseEnrolment> told(Peer peer, long courseId) {
        return client.call(
                peer, EnrolmentMethods.COURSE_ENROLMENTS, new CourseEnrolmentsQuery(courseId, Optional.empty()));
    }

    private Peer agreed(Wwwroot site) {
        Peer peer = peers.find(site)
                .filter(Peer::isApproved)
                .orElseThrow(() -> new EnrolmentException("site", site.value()));
        if (!offers.agreed(peer)) {
            throw new EnrolmentException("not-agreed", peer.name());
        }
        return peer;
    }

    private EnrolledUser told(User user, Wwwroot site) {
        RoamingUser told = accounts.tell(user, site);
        return new EnrolledUser(told.username(), told.firstname(), told.lastname(), told.email(), told.profile());
    }

    private EnrolledCourse remembered(Offer offer, String role) {
        String asked = role.isEmpty() ? offer.roles().stream().findFirst().orElse("") : role;
        String name = platform.roles()
                .find(asked)
                .map(network.constellation.peer.platform.Role::name)
                .orElse(asked.isEmpty() ? offer.role() : asked);
        return new EnrolledCourse(
                offer.peer(),
                offer.courseId(),
                offer.fullname(),
                offer.shortname(),
                offer.category(),
                name,
                offer.sortOrder(),
                offer.start());
    }

    private static EnrolmentException lost(Peer peer, UnreachableException lost) {
        return lost.mayHaveArrived()
                ? new EnrolmentException("uncertain", peer.name())
                : new EnrolmentException("unreachable", peer.name(), lost.why());
    }

    private <T> T audited(String name, Asker asker, User user, Wwwroot site, long courseId, Supplier<T> work) {
        try {
            T result = work.get();
            audit.record(about(AuditEvent.done(name, asker.actor()), user, site, courseId));
            return result;
        } catch (EnrolmentException refused) {
            audit.recordSoon(about(
                    AuditEvent.refused(EnrolmentEvents.SENDING_REFUSED, asker.actor(), refused.reason()),
                    user,
                    site,
                    courseId));
            throw refused;
        }
    }

    private static AuditEvent about(AuditEvent event, User user, Wwwroot site, long courseId) {
        return event.peer(site.value())
                .with("username", user.username())
                .with("course", String.valueOf(courseId))
                .with("method", Enrolment.MNET);
    }
}
