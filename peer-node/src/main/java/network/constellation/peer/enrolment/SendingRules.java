package network.constellation.peer.enrolment;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.platform.User;
import network.constellation.peer.roaming.Destinations;
import network.constellation.peer.roaming.Refusal;
import network.constellation.protocol.call.Fault;
import network.constellation.protocol.method.enrolment.EnrolmentFault;
import network.constellation.protocol.method.enrolment.EnrolmentTerms;

/** Who of ours may be enrolled where; and what a refusal of the other site means to the person. */
@Singleton
final class SendingRules {
    private final Offers offers;
    private final Destinations destinations;
    private final Peers peers;
    private final EnrolmentConfig config;
    private final Wwwroot self;

    @Inject
    SendingRules(Offers offers, Destinations destinations, Peers peers, EnrolmentConfig config, Wwwroot self) {
        this.offers = offers;
        this.destinations = destinations;
        this.peers = peers;
        this.config = config;
        this.self = self;
    }

    /** @return the offer; asked for again when it was not known */
    Offer check(User user, Peer site, long courseId, Optional<String> role, boolean bySelf) {
        requirePerson(user, site, bySelf);
        Offer offer = offers.find(site.wwwroot(), courseId)
                .or(() -> {
                    offers.refresh(site);
                    return offers.find(site.wwwroot(), courseId);
                })
                .orElseThrow(() -> new EnrolmentException("no-course", site.name()));
        if (bySelf && !bySelfAllowed(offer)) {
            throw new EnrolmentException("not-by-self", offer.fullname());
        }
        if (role.isPresent() && !offer.roles().contains(role.get())) {
            throw offer.terms().isEmpty()
                    ? new EnrolmentException("no-choice-of-role", site.name())
                    : new EnrolmentException("role-there", role.get(), String.join(", ", offer.roles()));
        }
        return offer;
    }

    /** Whether a learner of ours may come by themselves. */
    boolean bySelfAllowed(Offer offer) {
        return offer.terms().map(EnrolmentTerms::selfEnrolment).orElse(config.selfEnrolmentElsewhere());
    }

    private void requirePerson(User user, Peer site, boolean bySelf) {
        if (!user.key().home().equals(self)) {
            throw new EnrolmentException(
                    "visitor",
                    peers.find(user.key().home())
                            .map(Peer::name)
                            .orElse(user.key().home().value()));
        }
        if (user.suspended()) {
            throw new EnrolmentException("suspended", user.fullName());
        }
        Optional<Refusal> refusal = destinations.refusal(user, site.wwwroot());
        if (refusal.isPresent()) {
            throw new EnrolmentException(
                    refusal.get() == Refusal.NOT_PERMITTED ? bySelf ? "may-not-go" : "they-may-not-go" : "cannot-go",
                    refusal.get() == Refusal.NOT_PERMITTED && !bySelf ? user.fullName() : site.name());
        }
    }

    /** The other site said no: looks again at what it offers, and says why in words. */
    EnrolmentException refused(Peer site, long courseId, Fault fault) {
        if (fault.code() == PeerClient.NOT_SUBSCRIBED || fault.code() == 707 || fault.code() == 7012) {
            return new EnrolmentException("not-agreed", site.name());
        }
        Optional<EnrolmentFault> reason = EnrolmentFault.ofCode(fault.code());
        if (reason.isEmpty()) {
            return new EnrolmentException("refused-there", site.name(), fault.code());
        }
        offers.refresh(site);
        return switch (reason.get()) {
            case COURSE_NOT_FOUND, COURSE_UNAVAILABLE, NO_ENROL_INSTANCE ->
                new EnrolmentException("closed-there", site.name());
            case COULD_NOT_CREATE_USER, EMPTY_USERNAME -> new EnrolmentException("profile", site.name());
            case COULD_NOT_ENROL ->
                new EnrolmentException(
                        offers.find(site.wwwroot(), courseId)
                                        .filter(Offer::full)
                                        .isPresent()
                                ? "full"
                                : "not-taken",
                        site.name());
            default -> new EnrolmentException("refused-there", site.name(), fault.code());
        };
    }
}
