package network.constellation.peer.courses;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.web.view.SiteLook;
import network.constellation.protocol.method.courses.CatalogEntry;
import network.constellation.protocol.method.courses.CatalogQuestion;
import network.constellation.protocol.method.courses.CourseSheet;

/**
 * The courses that this site shows to others, and those of other catalogs as they were last told: searched here, so that
 * a catalog that is down delays nobody.
 */
@Singleton
public final class Catalog {
    private final CopyStore copies;
    private final SitesStore sites;
    private final CourseSettings settings;
    private final Peers peers;
    private final SiteLook look;
    private final Wwwroot self;

    @Inject
    Catalog(CopyStore copies, SitesStore sites, CourseSettings settings, Peers peers, SiteLook look, Wwwroot self) {
        this.copies = copies;
        this.sites = sites;
        this.settings = settings;
        this.peers = peers;
        this.look = look;
        this.self = self;
    }

    /**
     * A course in a catalog.
     *
     * @param at the catalog
     * @param site its name for people; empty for this site
     */
    public record Offered(Wwwroot at, String site, CatalogEntry entry) {
        public boolean here() {
            return site.isEmpty();
        }
    }

    /** What this site's own catalog shows; nothing where it is none. */
    public List<CatalogEntry> own() {
        return settings.roles().has(NodeRole.CATALOG)
                ? copies.shown().stream().map(CourseVersion::entry).toList()
                : List.of();
    }

    /** One page of {@link #own}, for another site. */
    CatalogQuestion.Page page(CatalogQuestion question) {
        List<CatalogEntry> found =
                own().stream().filter(matching(question.search())).toList();
        int from = (int) Math.max(0, Math.min(question.offset(), found.size()));
        int most = (int) Math.max(1, Math.min(question.limit(), CatalogQuestion.MOST));
        return new CatalogQuestion.Page(found.size(), found.subList(from, Math.min(from + most, found.size())));
    }

    /**
     * @param search words that must all occur, in any case and without accents; empty for all
     * @param at one catalog; empty for all
     */
    public List<Offered> search(String search, Optional<Wwwroot> at) {
        List<Offered> found = new ArrayList<>();
        if (at.isEmpty() || at.get().equals(self)) {
            own().forEach(entry -> found.add(new Offered(self, "", entry)));
        }
        for (SitesStore.Told told : sites.entries()) {
            Optional<Peer> peer = peers.find(told.peer()).filter(Peer::isApproved);
            if (peer.isPresent() && (at.isEmpty() || at.get().equals(told.peer()))) {
                found.add(new Offered(told.peer(), peer.get().name(), told.entry()));
            }
        }
        var wanted = matching(search);
        return found.stream().filter(offered -> wanted.test(offered.entry())).toList();
    }

    /** A course by its identity; this site's own catalog before others when {@code at} is empty. */
    public Optional<Offered> find(String uid, Optional<Wwwroot> at) {
        return search("", at).stream()
                .filter(offered -> offered.entry().uid().equals(uid))
                .findFirst();
    }

    ShelfView.Facts facts(CatalogEntry entry) {
        return new ShelfView.Facts(
                entry, siteName(entry.origin()), siteName(entry.sheet().author()), ShelfPages.mib(entry.size()));
    }

    /** Where a course comes from, for people: the name of a site that is known here, else what the course says. */
    private String siteName(String address) {
        try {
            Wwwroot site = Wwwroot.of(address);
            return site.equals(self)
                    ? look.name()
                    : peers.find(site)
                            .filter(Peer::isApproved)
                            .map(Peer::name)
                            .filter(name -> !name.isBlank())
                            .orElse(address);
        } catch (IllegalArgumentException noAddress) {
            return address;
        }
    }

    private static java.util.function.Predicate<CatalogEntry> matching(String search) {
        List<String> words = List.of(plain(search).strip().split("\\s+"));
        return entry -> {
            String text = plain(words(entry.sheet()));
            return words.stream().allMatch(text::contains);
        };
    }

    private static String words(CourseSheet sheet) {
        StringBuilder words = new StringBuilder(sheet.title())
                .append(' ')
                .append(sheet.shortname())
                .append(' ')
                .append(sheet.summary());
        for (CourseSheet.Section section : sheet.outline()) {
            words.append(' ').append(section.title());
            section.activities()
                    .forEach(activity -> words.append(' ')
                            .append(activity.title())
                            .append(' ')
                            .append(activity.module()));
        }
        return words.toString();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
