package network.constellation.keys.ring;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.identity.RecipientKey;
import network.constellation.keys.identity.RecipientKeyPair;
import network.constellation.keys.identity.SiteKeys;
import network.constellation.keys.ring.OpeningKey.Standing;
import network.constellation.keys.ring.RingEvent.Kind;

/**
 * All keys of a site at one moment: the current generation, perhaps the next, and the retired ones, newest first.
 * Immutable; each transition gives a new ring whose {@link #revision} is one higher, with a line in the journal, or is
 * refused with {@link RotationRefusedException}.
 *
 * <pre>
 *   prepare -> next -> activate -> current -> (the next activate) -> retired, in overlap -> retire -> retired
 *                                                                 oldest beyond RETIRED_KEPT: dropped
 * </pre>
 *
 * @param revision grows with each transition: how a vault notices that somebody else changed the ring
 * @param lastGeneration the highest number ever given; numbers are never used twice
 */
public record KeyRing(
        long revision,
        int lastGeneration,
        SiteKeys current,
        Optional<SiteKeys> next,
        List<SiteKeys> retired,
        List<RevokedKeys> revoked,
        List<RingEvent> journal) {
    /** Retired generations that still answer 7025, as many as Moodle keeps (mnet-wire.md 2.4). */
    public static final int RETIRED_KEPT = 3;

    private static final int JOURNAL_KEPT = 500;

    public KeyRing {
        retired = List.copyOf(retired);
        revoked = List.copyOf(revoked);
        journal = List.copyOf(journal.subList(Math.max(0, journal.size() - JOURNAL_KEPT), journal.size()));
        Wwwroot wwwroot = current.wwwroot();
        int highest = lastGeneration;
        List<SiteKeys> all = Stream.concat(Stream.concat(Stream.of(current), next.stream()), retired.stream())
                .toList();
        if (!all.stream().allMatch(keys -> keys.wwwroot().equals(wwwroot))) {
            throw new IllegalArgumentException("A key ring holds keys of one site only.");
        }
        if (all.stream().map(SiteKeys::generation).distinct().count() != all.size()
                || all.stream().anyMatch(keys -> keys.generation() > highest)) {
            throw new IllegalArgumentException("The generations of a key ring must differ and be counted.");
        }
    }

    /** The ring of a new site. */
    public static KeyRing found(SiteKeys first, Instant now) {
        return new KeyRing(
                1,
                first.generation(),
                first,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(new RingEvent(now, Kind.FOUNDED, first.generation(), "")));
    }

    public Wwwroot wwwroot() {
        return current.wwwroot();
    }

    /** Adds the generation that will follow. */
    public KeyRing prepare(SiteKeys prepared, Instant now) {
        next.ifPresent(already -> {
            throw new RotationRefusedException("Generation " + already.generation()
                    + " is already prepared: activate it or discard it before preparing another.");
        });
        if (!prepared.wwwroot().equals(wwwroot())) {
            throw new RotationRefusedException(
                    "The keys are for " + prepared.wwwroot() + ", this ring belongs to " + wwwroot() + ".");
        }
        if (prepared.generation() <= lastGeneration) {
            throw new RotationRefusedException("Generation " + prepared.generation()
                    + " was used before: the next must be " + (lastGeneration + 1) + " or higher.");
        }
        if (!prepared.notAfter().isAfter(now)) {
            throw new RotationRefusedException("The prepared keys expired at " + prepared.notAfter() + ".");
        }
        if (all().anyMatch(keys -> keys.rsa().publicKey().equals(prepared.rsa().publicKey())
                || keys.ed25519().publicKey().equals(prepared.ed25519().publicKey()))) {
            throw new RotationRefusedException("The prepared keys repeat a key of an older generation.");
        }
        return after(
                prepared.generation(),
                current,
                Optional.of(prepared),
                retired,
                revoked,
                event(now, Kind.PREPARED, prepared, ""));
    }

    /** Gives up the prepared generation. */
    public KeyRing discard(Instant now) {
        SiteKeys given = prepared("discard");
        return after(
                lastGeneration, current, Optional.empty(), retired, revoked, event(now, Kind.DISCARDED, given, ""));
    }

    /** The next generation becomes the current one; the one before stays in overlap. */
    public KeyRing activate(Instant now) {
        SiteKeys activated = prepared("activate");
        if (!activated.notAfter().isAfter(now)) {
            throw new RotationRefusedException("The prepared generation " + activated.generation() + " expired at "
                    + activated.notAfter() + ": discard it and prepare another.");
        }
        List<SiteKeys> older = new ArrayList<>(List.of(current));
        older.addAll(retired);
        List<RingEvent> events = new ArrayList<>(
                List.of(event(now, Kind.ACTIVATED, activated, ""), event(now, Kind.REPLACED, current, "")));
        while (older.size() > RETIRED_KEPT) {
            events.add(event(now, Kind.DROPPED, older.remove(older.size() - 1), ""));
        }
        return after(lastGeneration, activated, Optional.empty(), older, revoked, events.toArray(RingEvent[]::new));
    }

    /**
     * Ends the overlap: recipient keys of retired generations are destroyed, so modern messages for them can no longer
     * be opened. Their RSA keys stay, for fault 7025 only.
     */
    public KeyRing retire(Instant now) {
        List<SiteKeys> inOverlap =
                retired.stream().filter(keys -> !keys.recipients().isEmpty()).toList();
        if (inOverlap.isEmpty()) {
            throw new RotationRefusedException("No generation is in its overlap: there is nothing to retire.");
        }
        return after(
                lastGeneration,
                current,
                next,
                retired.stream().map(keys -> keys.withRecipients(List.of())).toList(),
                revoked,
                inOverlap.stream()
                        .map(keys -> event(now, Kind.RETIRED, keys, ""))
                        .toArray(RingEvent[]::new));
    }

    /**
     * Destroys the private keys of a generation at once. When it is the current one, the prepared one takes its place
     * in the same step.
     */
    public KeyRing revoke(int generation, String reason, Instant now) {
        SiteKeys lost = all().filter(keys -> keys.generation() == generation)
                .findFirst()
                .orElseThrow(() -> new RotationRefusedException(
                        "This ring has no generation " + generation + ": nothing to revoke."));
        if (lost == current && next.isEmpty()) {
            throw new RotationRefusedException("Generation " + generation
                    + " is the current one: prepare the next before revoking it, so that the site keeps a key.");
        }
        List<RevokedKeys> known = new ArrayList<>(revoked);
        known.add(RevokedKeys.of(lost, now, reason));
        List<RingEvent> events = new ArrayList<>(List.of(event(now, Kind.REVOKED, lost, reason)));
        if (lost == current) {
            SiteKeys activated = prepared("activate");
            events.add(event(now, Kind.ACTIVATED, activated, ""));
            return after(lastGeneration, activated, Optional.empty(), retired, known, events.toArray(RingEvent[]::new));
        }
        return after(
                lastGeneration,
                current,
                next.filter(keys -> keys != lost),
                retired.stream().filter(keys -> keys != lost).toList(),
                known,
                events.toArray(RingEvent[]::new));
    }

    /** With a fresh recipient key in one generation; those of all generations that have had their time are destroyed. */
    public KeyRing withRecipient(int generation, RecipientKeyPair fresh, Instant now) {
        UnaryOperator<SiteKeys> renewed = keys -> keys.generation() == generation
                ? keys.withRecipient(fresh, now)
                : keys.withRecipients(keys.liveRecipients(now));
        return after(
                lastGeneration,
                renewed.apply(current),
                next.map(renewed),
                retired.stream().map(renewed).toList(),
                revoked);
    }

    /** Generations to try on a legacy envelope, in the fixed order: current, next, retired newest first. */
    public List<OpeningKey> legacyKeys() {
        List<OpeningKey> keys = new ArrayList<>();
        keys.add(new OpeningKey(current, Standing.CURRENT));
        next.ifPresent(prepared -> keys.add(new OpeningKey(prepared, Standing.NEXT)));
        retired.forEach(old -> keys.add(new OpeningKey(old, Standing.RETIRED)));
        return List.copyOf(keys);
    }

    /** Recipient keys that may open modern messages at this moment, of every generation; at most 48 hours old. */
    public List<RecipientKeyPair> liveRecipients(Instant now) {
        return all().flatMap(keys -> keys.liveRecipients(now).stream()).toList();
    }

    /** Whether the current or the next generation lacks a recipient key of today (protocol-security.md 1, rule 6). */
    public boolean needsRecipient(Instant now) {
        return Stream.concat(Stream.of(current), next.stream()).anyMatch(keys -> needsRecipient(keys, now));
    }

    static boolean needsRecipient(SiteKeys keys, Instant now) {
        return keys.recipients().isEmpty()
                || !now.isBefore(keys.recipient().publicKey().created().plus(RecipientKey.ROTATION));
    }

    /** Whether the current keys have expired, or will within that time. */
    public boolean isDue(Instant now, Duration ahead) {
        return !current.notAfter().isAfter(now.plus(ahead));
    }

    /** Whether a certificate is one that this site has revoked. */
    public boolean isRevoked(byte[] certificateSha256) {
        return revoked.stream().anyMatch(keys -> Arrays.equals(keys.certificateSha256(), certificateSha256));
    }

    private Stream<SiteKeys> all() {
        return Stream.concat(Stream.concat(Stream.of(current), next.stream()), retired.stream());
    }

    private SiteKeys prepared(String verb) {
        return next.orElseThrow(() -> new RotationRefusedException(
                "No generation is prepared: there is nothing to " + verb + ". Prepare one first."));
    }

    private KeyRing after(
            int last,
            SiteKeys newCurrent,
            Optional<SiteKeys> newNext,
            List<SiteKeys> newRetired,
            List<RevokedKeys> newRevoked,
            RingEvent... events) {
        List<RingEvent> lines = new ArrayList<>(journal);
        lines.addAll(List.of(events));
        return new KeyRing(revision + 1, last, newCurrent, newNext, newRetired, newRevoked, lines);
    }

    private static RingEvent event(Instant now, Kind kind, SiteKeys keys, String detail) {
        return new RingEvent(now, kind, keys.generation(), detail);
    }

    @Override
    public String toString() {
        return "KeyRing[" + wwwroot() + ", revision " + revision + ", current " + current.generation() + "]";
    }
}
