package network.constellation.peer.enrolment;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.peer.outbound.UnreachableException;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.Services;
import network.constellation.peer.web.text.PlainText;
import network.constellation.protocol.call.Fault;
import network.constellation.protocol.method.Nothing;
import network.constellation.protocol.method.enrolment.AvailableCourse;
import network.constellation.protocol.method.enrolment.EnrolmentMethods;
import network.constellation.protocol.method.enrolment.EnrolmentTerms;

/**
 * Which courses other sites offer to our users: what they told when they were last asked, and how old that is. A site
 * that does not answer keeps what it told before.
 */
@Singleton
final class Offers {
    private static final int MOST_COURSES = 5_000;
    private static final int NAME = 250;
    private static final int SUMMARY = 4_000;
    private static final int MOST_ROLES = 20;
    private static final Pattern ROLE = Pattern.compile("[A-Za-z0-9_-]{1,40}");
    private static final long LAST_SANE_SECOND = 32_503_680_000L;

    private final OffersStore store;
    private final Peers peers;
    private final Services services;
    private final PeerClient client;
    private final Clock clock;

    @Inject
    Offers(OffersStore store, Peers peers, Services services, PeerClient client, Clock clock) {
        this.store = store;
        this.peers = peers;
        this.services = services;
        this.client = client;
        this.clock = clock;
    }

    /** The sites at which we may enrol, by address. */
    List<Peer> sites() {
        return peers.list().stream().filter(this::agreed).toList();
    }

    boolean agreed(Peer peer) {
        return peer.isApproved() && services.table().subscribes(peer.wwwroot(), EnrolmentMethods.SERVICE);
    }

    List<Offer> of(Wwwroot peer) {
        return store.of(peer);
    }

    Optional<Offer> find(Wwwroot peer, long courseId) {
        return store.find(peer, courseId);
    }

    /** Empty when the site was never asked. */
    Optional<Asked> asked(Wwwroot peer) {
        return store.asked(peer);
    }

    /** Asks the site now. @return what went wrong; empty when nothing did */
    Optional<String> refresh(Peer peer) {
        try {
            List<Offer> offers = new ArrayList<>();
            Set<Long> seen = new HashSet<>();
            for (AvailableCourse course : client.call(peer, EnrolmentMethods.AVAILABLE_COURSES, Nothing.NOTHING)) {
                if (offers.size() < MOST_COURSES && course.remoteId() > 0 && seen.add(course.remoteId())) {
                    offers.add(offer(peer.wwwroot(), course));
                }
            }
            return told(peer, offers);
        } catch (UnreachableException unreachable) {
            return failed(peer, unreachable.why());
        } catch (Fault refused) {
            return failed(peer, "fault " + refused.code());
        }
    }

    /** One at a time: a person, a job and the clock may all ask at once. */
    private synchronized Optional<String> told(Peer peer, List<Offer> offers) {
        store.replace(peer.wwwroot(), offers, clock.instant());
        return Optional.empty();
    }

    private synchronized Optional<String> failed(Peer peer, String why) {
        store.failed(peer.wwwroot(), why, clock.instant());
        return Optional.of(why);
    }

    private static Offer offer(Wwwroot peer, AvailableCourse told) {
        return new Offer(
                peer,
                told.remoteId(),
                PlainText.clean(told.fullname(), NAME),
                PlainText.clean(told.shortname(), NAME),
                PlainText.ofHtml(told.summary(), SUMMARY),
                PlainText.clean(told.categoryName(), NAME),
                PlainText.clean(told.defaultRoleName(), NAME),
                told.sortOrder(),
                date(told.startDate()),
                PlainText.clean((told.cost() + " " + told.currency()).strip(), 60),
                told.terms().map(Offers::sane));
    }

    private static EnrolmentTerms sane(EnrolmentTerms told) {
        List<String> roles = told.roles().stream()
                .filter(role -> ROLE.matcher(role).matches())
                .limit(MOST_ROLES)
                .toList();
        return new EnrolmentTerms(told.selfEnrolment(), roles, told.placesLeft());
    }

    private static Optional<Instant> date(long unixSeconds) {
        boolean sane = unixSeconds > 0 && unixSeconds < LAST_SANE_SECOND;
        return sane ? Optional.of(Instant.ofEpochSecond(unixSeconds)) : Optional.empty();
    }
}
