package network.constellation.peer.enrolment;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.platform.User;
import network.constellation.peer.roaming.Destinations;
import network.constellation.peer.roaming.EnrolledCourse;
import network.constellation.peer.roaming.RemoteCourses;

/** What a learner finds among the courses of other sites, and what each is to this learner. */
@Singleton
final class CourseFinder {
    private static final int ASKED_AT_ONCE = 3;

    private final Offers offers;
    private final SendingRules rules;
    private final RemoteCourses known;
    private final Destinations destinations;

    @Inject
    CourseFinder(Offers offers, SendingRules rules, RemoteCourses known, Destinations destinations) {
        this.offers = offers;
        this.rules = rules;
        this.known = known;
        this.destinations = destinations;
    }

    /** What a course is to one learner. */
    enum Standing {
        ENROLLED,
        OPEN,
        /** Only sent by an administrator. */
        ASK,
        FULL,
        /** The learner cannot go to that site at all. */
        CLOSED;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param site its name */
    record Found(Offer offer, String site, Standing standing) {}

    /** @param site empty for all sites */
    List<Found> search(User learner, String words, String site) {
        askTheUnknown();
        return known(learner, words, site);
    }

    /** As {@link #search}, in what was told before: for pages that must not wait for other sites. */
    List<Found> known(User learner, String words, String site) {
        List<Found> found = new ArrayList<>();
        for (Peer peer : offers.sites()) {
            if (site.isEmpty() || peer.wwwroot().value().equals(site)) {
                boolean closed = destinations.refusal(learner, peer.wwwroot()).isPresent();
                Set<Long> mine = mine(learner, peer.wwwroot());
                for (Offer offer : offers.of(peer.wwwroot())) {
                    if (matches(offer, peer.name(), words)) {
                        found.add(new Found(offer, peer.name(), standing(offer, mine, closed)));
                    }
                }
            }
        }
        found.sort(Comparator.comparing((Found one) -> one.offer().fullname(), String.CASE_INSENSITIVE_ORDER)
                .thenComparing(Found::site));
        return found;
    }

    Optional<Found> find(User learner, Wwwroot site, long courseId) {
        Optional<Peer> peer = offers.sites().stream()
                .filter(one -> one.wwwroot().equals(site))
                .findFirst();
        if (peer.isEmpty()) {
            return Optional.empty();
        }
        boolean closed = destinations.refusal(learner, site).isPresent();
        return offers.find(site, courseId)
                .map(offer -> new Found(offer, peer.get().name(), standing(offer, mine(learner, site), closed)));
    }

    /** Sites that were never asked are, a few at a time; the others are asked regularly. */
    private void askTheUnknown() {
        offers.sites().stream()
                .filter(peer -> offers.asked(peer.wwwroot()).isEmpty())
                .limit(ASKED_AT_ONCE)
                .forEach(offers::refresh);
    }

    private Set<Long> mine(User learner, Wwwroot site) {
        Set<Long> mine = new HashSet<>();
        for (EnrolledCourse course : known.of(learner.id())) {
            if (course.peer().equals(site)) {
                mine.add(course.courseId());
            }
        }
        return mine;
    }

    private Standing standing(Offer offer, Set<Long> mine, boolean closed) {
        if (mine.contains(offer.courseId())) {
            return Standing.ENROLLED;
        } else if (closed) {
            return Standing.CLOSED;
        } else if (!rules.bySelfAllowed(offer)) {
            return Standing.ASK;
        }
        return offer.full() ? Standing.FULL : Standing.OPEN;
    }

    private static boolean matches(Offer offer, String site, String words) {
        String all = String.join(" ", offer.fullname(), offer.shortname(), offer.category(), offer.summary(), site)
                .toLowerCase(Locale.ROOT);
        for (String word : words.toLowerCase(Locale.ROOT).split("\\s+")) {
            if (!all.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
