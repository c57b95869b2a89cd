package network.constellation.hub.directory;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import network.constellation.keys.address.InvalidAddressException;
import network.constellation.keys.address.Wwwroot;
import network.constellation.protocol.directory.DirectoryVersion;
import network.constellation.protocol.method.directory.Applied;
import network.constellation.protocol.method.directory.DirectoryQuestion;

/**
 * What members say of themselves each minute: their software, and how far they have applied the directory. Kept in memory
 * and written down once a minute, as two thousand members speak thirty times a second.
 */
@Singleton
public final class MemberReports {
    private static final int LONGEST_SOFTWARE = 200;
    private static final int LONGEST_NOTE = 500;
    private static final int MOST_SITES = 200;
    /** For so long nobody speaks for a site that speaks itself. */
    private static final Duration OWN_VOICE = Duration.ofMinutes(10);

    private final MemberReportStore store;
    private final Map<Wwwroot, MemberReport> reports = new ConcurrentHashMap<>();
    private final Set<Wwwroot> unwritten = ConcurrentHashMap.newKeySet();

    @Inject
    MemberReports(MemberReportStore store) {
        this.store = store;
        store.all().forEach(report -> reports.put(report.wwwroot(), report));
    }

    /** By address. */
    public List<MemberReport> all() {
        List<MemberReport> all = new ArrayList<>(reports.values());
        all.sort(Comparator.comparing(MemberReport::wwwroot));
        return all;
    }

    /** The last that was heard of a site; empty for one that never asked. */
    public Optional<MemberReport> find(Wwwroot wwwroot) {
        return Optional.ofNullable(reports.get(wwwroot));
    }

    /** As the site last said; empty when unknown. */
    String software(Wwwroot wwwroot) {
        return find(wwwroot).map(MemberReport::software).orElse("");
    }

    /** Notes what a member said with its question, of itself and of other sites of its process. */
    void heard(Wwwroot reporter, DirectoryQuestion question, Instant now) {
        String software = text(question.software(), LONGEST_SOFTWARE);
        boolean spoken = false;
        for (Applied applied : question.applied().stream().limit(MOST_SITES).toList()) {
            Optional<Wwwroot> site = site(applied.wwwroot());
            if (site.isPresent() && believed(site.get(), reporter, now)) {
                spoken |= site.get().equals(reporter);
                put(new MemberReport(
                        site.get(),
                        reporter,
                        software,
                        applied.version(),
                        applied.missing(),
                        text(applied.note(), LONGEST_NOTE),
                        now));
            }
        }
        if (!spoken) {
            DirectoryVersion applied = find(reporter).map(MemberReport::applied).orElse(DirectoryVersion.NONE);
            put(new MemberReport(reporter, reporter, software, applied, 0, "", now));
        }
    }

    /** Writes down what is new. */
    void flush() {
        List<MemberReport> news = new ArrayList<>();
        for (Wwwroot wwwroot : List.copyOf(unwritten)) {
            unwritten.remove(wwwroot);
            find(wwwroot).ifPresent(news::add);
        }
        store.save(news);
    }

    private boolean believed(Wwwroot site, Wwwroot reporter, Instant now) {
        if (site.equals(reporter)) {
            return true;
        }
        return find(site)
                .filter(known -> known.reporter().equals(site)
                        && known.heard().plus(OWN_VOICE).isAfter(now))
                .isEmpty();
    }

    private void put(MemberReport report) {
        reports.put(report.wwwroot(), report);
        unwritten.add(report.wwwroot());
    }

    private static Optional<Wwwroot> site(String text) {
        try {
            return Optional.of(Wwwroot.of(text));
        } catch (InvalidAddressException none) {
            return Optional.empty();
        }
    }

    private static String text(String said, int longest) {
        String plain = said.replaceAll("\\p{Cntrl}", " ").strip();
        return plain.substring(0, Math.min(plain.length(), longest));
    }
}
