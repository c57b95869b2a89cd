package network.constellation.peer.connectivity;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.health.Finding;
import network.constellation.peer.health.TenantCheck;
import network.constellation.peer.outbound.PeerClocks;
import network.constellation.peer.web.text.Languages;
import network.constellation.peer.web.text.Texts;
import network.constellation.protocol.method.connectivity.Grade;
import network.constellation.protocol.method.connectivity.LinkCheck;
import network.constellation.protocol.method.connectivity.PartResult;

/** For {@code doctor}: what was found of this site's links, and whether it is our clock that stands alone. */
final class LinksCheck implements TenantCheck {
    private static final String LINKS = "links";
    private static final String CLOCK = "clock among peers";
    private static final int MOST = 20;

    private final Connectivity connectivity;
    private final PeerClocks clocks;
    private final Texts texts;

    @Inject
    LinksCheck(Connectivity connectivity, PeerClocks clocks, Texts texts) {
        this.connectivity = connectivity;
        this.clocks = clocks;
        this.texts = texts;
    }

    @Override
    public List<Finding> check() {
        List<LinkCheck> links = connectivity.links();
        List<Finding> findings = new ArrayList<>();
        links.stream()
                .filter(link -> link.grade().isTrouble())
                .limit(MOST)
                .forEach(link -> findings.add(finding(link, link.worst().orElseThrow())));
        if (findings.isEmpty()) {
            findings.add(Finding.good(
                    LINKS,
                    links.isEmpty() ? "No link was looked at yet." : "All " + links.size() + " links are well."));
        }
        clock(links).ifPresent(findings::add);
        return findings;
    }

    private Finding finding(LinkCheck link, PartResult worst) {
        Texts.Text words = texts.in(Languages.ENGLISH, Findings.class);
        String sentence = link.peer() + ": " + words.say("say." + worst.key(), worst.detail());
        String remedy = words.say("do." + worst.key(), worst.detail());
        return worst.grade() == Grade.BAD
                ? Finding.bad(LINKS, sentence, remedy)
                : Finding.warning(LINKS, sentence, remedy);
    }

    /** Where most peers agree with each other and not with us, it is ours that is wrong. */
    private Optional<Finding> clock(List<LinkCheck> links) {
        List<Duration> ahead = links.stream()
                .map(link -> clocks.of(Wwwroot.of(link.peer())))
                .flatMap(Optional::stream)
                .map(PeerClocks.Offset::ahead)
                .sorted()
                .toList();
        if (ahead.size() < 2) {
            return Optional.empty();
        }
        Duration middle = ahead.get(ahead.size() / 2);
        if (middle.abs().compareTo(PeerClocks.NOTICED) <= 0) {
            return Optional.of(
                    Finding.good(CLOCK, String.format(Locale.ROOT, "Agrees with most of %d peers.", ahead.size())));
        }
        String sentence = String.format(
                Locale.ROOT,
                "This machine's clock is %s by about %d s, as most of %d peers say.",
                middle.isNegative() ? "ahead" : "behind",
                middle.abs().toSeconds(),
                ahead.size());
        return Optional.of(Finding.warning(
                CLOCK, sentence, "Set the clock right and keep it so by NTP: beyond five minutes calls are refused."));
    }
}
