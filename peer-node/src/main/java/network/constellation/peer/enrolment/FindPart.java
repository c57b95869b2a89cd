package network.constellation.peer.enrolment;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.Optional;
import network.constellation.peer.roaming.NetworkPart;
import network.constellation.peer.web.PageView;
import network.constellation.peer.web.WebRequest;

/** The way from "My network" to the courses of other sites. */
@Singleton
final class FindPart implements NetworkPart {
    private final Offers offers;

    @Inject
    FindPart(Offers offers) {
        this.offers = offers;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Optional<PageView> part(WebRequest request) {
        int sites = offers.sites().size();
        return sites == 0 || request.user().remote()
                ? Optional.empty()
                : Optional.of(PageView.of(FindPart.class, "enrolment/part.jte", "find.title")
                        .with("sites", (long) sites));
    }
}
