package network.constellation.hub.reporting;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.constellation.hub.fanout.Answer;
import network.constellation.hub.fanout.Fanout;
import network.constellation.hub.registry.Member;
import network.constellation.hub.registry.Registry;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.fingerprint.Fingerprint;
import network.constellation.keys.identity.ModernKeys;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.Digests;
import network.constellation.peer.jobs.PeriodicTask;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.protocol.method.Nothing;
import network.constellation.protocol.method.reporting.DaysAsked;
import network.constellation.protocol.method.reporting.ReportCoverage;
import network.constellation.protocol.method.reporting.ReportMethods;
import network.constellation.protocol.method.reporting.SignedDay;
import network.constellation.protocol.method.reporting.SiteFigures;

/**
 * Asks every site for the days that are missing or not over, verifies the signatures, and keeps them. A day that was
 * over when it was signed is not asked for again; after days of silence all of them are caught up.
 */
@Singleton
public final class Collector implements PeriodicTask {
    private static final Duration WITHIN = Duration.ofMinutes(5);
    /** How far back a site that has kept count for long is asked. */
    private static final int MOST_DAYS_BACK = 400;

    private final Registry registry;
    private final Fanout fanout;
    private final PeerClient client;
    private final Peers peers;
    private final ShardStore store;
    private final CryptoEngine crypto;
    private final Clock clock;

    @Inject
    Collector(
            Registry registry,
            Fanout fanout,
            PeerClient client,
            Peers peers,
            ShardStore store,
            CryptoEngine crypto,
            Clock clock) {
        this.registry = registry;
        this.fanout = fanout;
        this.client = client;
        this.peers = peers;
        this.store = store;
        this.crypto = crypto;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "report.collect";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        collect();
    }

    /** Asks all sites now. */
    public void collect() {
        collect(WITHIN);
    }

    /** Asks all sites now; whoever has not answered within this time is taken for silent until the next time. */
    public synchronized void collect(Duration within) {
        List<Wwwroot> sites = registry.members().stream()
                .filter(member -> member.state() == Member.State.ADMITTED)
                .map(Member::wwwroot)
                .toList();
        Map<Wwwroot, Answer<ReportCoverage>> answers = fanout.ask(sites, within, this::collect);
        Instant now = clock.instant();
        answers.forEach((site, answer) -> {
            if (answer instanceof Answer.Given<ReportCoverage> given) {
                store.collected(site, given.value(), now);
            } else if (answer instanceof Answer.Unreachable<ReportCoverage> silent) {
                store.failed(site, Problem.UNREACHABLE, silent.why(), now);
            } else if (answer instanceof Answer.Unsupported<ReportCoverage> other) {
                store.failed(site, Problem.UNSUPPORTED, other.why(), now);
            } else if (answer instanceof Answer.Refused<ReportCoverage> refused) {
                store.failed(site, Problem.REFUSED, refused.text(), now);
            } else if (answer instanceof Answer.Unusable<ReportCoverage> unusable) {
                store.failed(site, Problem.BAD_ANSWER, unusable.why(), now);
            }
        });
    }

    private ReportCoverage collect(Peer site) {
        ReportCoverage coverage = client.call(site, ReportMethods.COVERAGE, Nothing.NOTHING);
        for (DaysAsked wanted : wanted(site.wwwroot(), coverage)) {
            SiteFigures figures = client.call(site, ReportMethods.DAYS, wanted);
            store.save(checked(site.wwwroot(), wanted, figures));
            coverage = figures.coverage();
        }
        return coverage;
    }

    /** Runs of days that are not kept, or were not over, or were cut short by a count that began later than it does now. */
    private List<DaysAsked> wanted(Wwwroot site, ReportCoverage coverage) {
        ZoneId zone = ZoneId.of(coverage.timeZone());
        LocalDate since = coverage.since().atZone(zone).toLocalDate();
        LocalDate oldest = coverage.today().minusDays(MOST_DAYS_BACK);
        LocalDate from = since.isBefore(oldest) ? oldest : since;
        Map<LocalDate, ShardStore.Kept> kept = new HashMap<>();
        store.kept(site, from).forEach(day -> kept.put(day.day(), day));
        List<DaysAsked> runs = new ArrayList<>();
        LocalDate begin = null;
        for (LocalDate day = from; !day.isAfter(coverage.today()); day = day.plusDays(1)) {
            ShardStore.Kept there = kept.get(day);
            boolean mayBeWholeNow =
                    !coverage.since().isAfter(day.atStartOfDay(zone).toInstant());
            boolean settled = there != null && there.closed() && (there.whole() || !mayBeWholeNow);
            boolean full = begin != null && !day.isBefore(begin.plusDays(ReportMethods.MOST_DAYS));
            if (begin != null && (settled || full)) {
                runs.add(new DaysAsked(begin, day.minusDays(1)));
                begin = null;
            }
            if (!settled && begin == null) {
                begin = day;
            }
        }
        if (begin != null) {
            runs.add(new DaysAsked(begin, coverage.today()));
        }
        return runs;
    }

    /** What became of a day since it was signed. */
    public enum Finding {
        /** It is what the site signed, with the keys that it has now. */
        VERIFIED,
        /** It is what was received; the site has other keys by now, so its signature cannot be verified here. */
        OTHER_KEYS,
        /** It is not what was received. */
        CHANGED,
        NOT_KEPT
    }

    /** Whether a kept day still is what its site signed. */
    public Finding verify(Wwwroot site, LocalDate day) {
        Optional<Shard> kept = store.find(site, day);
        if (kept.isEmpty()) {
            return Finding.NOT_KEPT;
        }
        Shard shard = kept.get();
        byte[] signed = shard.day().figures().signed(site, shard.timeZone());
        if (!HexFormat.of().formatHex(Digests.sha256(signed)).equals(shard.digest())) {
            return Finding.CHANGED;
        }
        PublicIdentity identity = peers.require(site).identity();
        if (!Fingerprint.of(identity).hex().equals(shard.signer())) {
            return Finding.OTHER_KEYS;
        }
        boolean good = identity.modern()
                .filter(keys -> crypto.ed25519()
                        .verify(keys.ed25519(), signed, shard.day().signature()))
                .isPresent();
        return good ? Finding.VERIFIED : Finding.CHANGED;
    }

    private List<Shard> checked(Wwwroot site, DaysAsked wanted, SiteFigures figures) {
        // As they are now: the call itself may have brought newer keys.
        PublicIdentity identity = peers.require(site).identity();
        ModernKeys keys = identity.modern()
                .orElseThrow(() -> new BadFiguresException("The site has no key to sign its figures with."));
        String signer = Fingerprint.of(identity).hex();
        List<Shard> shards = new ArrayList<>();
        for (SignedDay day : figures.days()) {
            LocalDate date = day.figures().day();
            if (date.isBefore(wanted.from()) || date.isAfter(wanted.to())) {
                throw new BadFiguresException("It gave figures of a day that was not asked for: " + date);
            }
            byte[] signed = day.figures().signed(site, figures.coverage().timeZone());
            if (!crypto.ed25519().verify(keys.ed25519(), signed, day.signature())) {
                throw new BadFiguresException("The figures of " + date + " are not signed by the site's keys.");
            }
            shards.add(new Shard(
                    site,
                    day,
                    date.isBefore(figures.coverage().today()),
                    figures.coverage().timeZone(),
                    signer,
                    HexFormat.of().formatHex(Digests.sha256(signed)),
                    clock.instant()));
        }
        return shards;
    }
}
