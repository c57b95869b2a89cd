package network.constellation.protocol.directory;

import static network.constellation.protocol.directory.SampleNetwork.NOW;
import static network.constellation.protocol.directory.SampleNetwork.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.keys.provider.Ed25519PrivateKey;
import network.constellation.keys.provider.FieldWriter;
import network.constellation.protocol.limits.DirectoryLimits;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Promise 11: every way in which a directory can be wrong is refused with a code of its own. */
@Tag("P-11")
final class DirectoryReaderTest {
    private static final SampleNetwork NETWORK = new SampleNetwork();
    private static final List<Entry> ENTRIES = NETWORK.entries(3);
    private static final Wwwroot M1 = Wwwroot.of("https://m1.example.org");

    private final DirectoryReader reader = NETWORK.reader();
    private final Directory first = NETWORK.directory(1, 5, ENTRIES);

    @Test
    void what_the_hub_signed_is_read_as_it_was_meant() throws Exception {
        Directory read = reader.received(first.document(), Optional.empty(), NOW);

        assertThat(read.document()).isEqualTo(first.document());
        assertThat(read.version()).isEqualTo(new DirectoryVersion(1, 5));
        assertThat(read.members()).hasSize(3);
        assertThat(read.member(M1).orElseThrow()).isEqualTo(first.member(M1).orElseThrow());
        assertThat(read.shared(M1, Wwwroot.of("https://m2.example.org"))).hasSize(1);
        PublicIdentity keys = read.member(M1).orElseThrow().current().identity(NETWORK.engine(), M1);
        assertThat(keys.modern().orElseThrow().statement().generation()).isEqualTo(1);
    }

    @Test
    void an_older_sequence_is_a_roll_back() {
        assertThat(refused(NETWORK.directory(1, 4, ENTRIES).document(), NOW)).contains(Refusal.ROLL_BACK);
    }

    @Test
    void an_earlier_term_is_stale_whatever_its_sequence() {
        Optional<Directory> held = Optional.of(NETWORK.directory(2, 1, ENTRIES));
        assertThat(refusal(
                        () -> reader.received(NETWORK.directory(1, 99, ENTRIES).document(), held, NOW)))
                .contains(Refusal.STALE_TERM);
    }

    @Test
    void a_higher_term_is_newer_whatever_its_sequence() {
        assertThat(refused(NETWORK.directory(2, 1, ENTRIES).document(), NOW)).isEmpty();
    }

    @Test
    void the_signature_of_another_key_is_the_wrong_signer() {
        byte[] header = first.signedHeader().encoded();
        byte[] plain = plain(header, List.copyOf(first.entries().values()));
        int end = indexOf(plain, header) + header.length;
        plain[end - 1] ^= 1;
        assertThat(refused(Packed.pack(plain), NOW)).contains(Refusal.WRONG_SIGNER);
    }

    @Test
    void a_delegation_by_another_root_is_the_wrong_signer() {
        Ed25519PrivateKey stranger = NETWORK.engine().ed25519().generate();
        DirectorySigner forged = NETWORK.signer(NETWORK.delegation(stranger, SampleNetwork.ID, 9));
        assertThat(refused(NETWORK.directory(forged, 1, NOW, ENTRIES).document(), NOW))
                .contains(Refusal.WRONG_SIGNER);
    }

    @Test
    void another_network_is_the_wrong_network() {
        Ed25519PrivateKey stranger = NETWORK.engine().ed25519().generate();
        DirectorySigner other = NETWORK.signer(NETWORK.delegation(stranger, "f".repeat(32), 1));
        assertThat(refused(NETWORK.directory(other, 9, NOW, ENTRIES).document(), NOW))
                .contains(Refusal.WRONG_NETWORK);
    }

    @Test
    void entries_of_two_versions_are_mixed() {
        List<Entry> others = new ArrayList<>(ENTRIES);
        others.set(2, NETWORK.member(1).withStanding(Standing.DISABLED).entry());
        byte[] mixed = document(NETWORK.directory(1, 6, ENTRIES).signedHeader(), others);
        assertThat(refused(mixed, NOW)).contains(Refusal.MIXED_VERSIONS);
    }

    @Test
    void an_extra_entry_is_mixed_and_so_is_a_missing_one() {
        SignedHeader header = NETWORK.directory(1, 6, ENTRIES).signedHeader();
        List<Entry> more = new ArrayList<>(ENTRIES);
        more.add(NETWORK.member(4).entry());
        assertThat(refused(document(header, more), NOW)).contains(Refusal.MIXED_VERSIONS);
        assertThat(refused(document(header, ENTRIES.subList(0, 4)), NOW)).contains(Refusal.MIXED_VERSIONS);
    }

    @Test
    void an_expired_one_is_refused_when_it_comes_and_read_when_it_was_kept() throws Exception {
        Instant end = NOW.plus(SampleNetwork.LIFE);
        assertThat(refused(first.document(), end.minusSeconds(1))).isEmpty();
        assertThat(refused(first.document(), end)).contains(Refusal.EXPIRED);
        assertThat(reader.stored(first.document()).header().isExpired(end)).isTrue();
    }

    @Test
    void one_from_the_future_is_not_yet_valid() {
        Instant early = NOW.minus(DirectoryLimits.SKEW);
        assertThat(refused(first.document(), early)).isEmpty();
        assertThat(refused(first.document(), early.minusSeconds(1))).contains(Refusal.NOT_YET_VALID);
    }

    @Test
    void an_oversize_one_is_refused_before_it_is_read() {
        assertThat(refused(new byte[DirectoryLimits.DOCUMENT_BYTES + 1], NOW)).contains(Refusal.OVERSIZE);
        assertThat(refusal(() -> Entry.decode(new byte[DirectoryLimits.ENTRY_BYTES + 1])))
                .contains(Refusal.OVERSIZE);
        assertThat(refused(Packed.pack(new byte[DirectoryLimits.DOCUMENT_BYTES + 1]), NOW))
                .contains(Refusal.OVERSIZE);
    }

    @Test
    void what_is_no_directory_is_malformed() {
        byte[] document = first.document();
        assertThat(refused(new byte[0], NOW)).contains(Refusal.MALFORMED);
        assertThat(refused(Arrays.copyOf(document, document.length - 1), NOW)).contains(Refusal.MALFORMED);
        assertThat(refused(Arrays.copyOf(document, document.length + 1), NOW)).contains(Refusal.MALFORMED);
        List<Entry> disordered = new ArrayList<>(first.entries().values());
        disordered.add(disordered.remove(0));
        assertThat(refused(document(first.signedHeader(), disordered, false), NOW))
                .contains(Refusal.MALFORMED);
    }

    @Test
    void another_content_under_the_same_version_is_conflicting() {
        List<Entry> others = NETWORK.entries(2);
        assertThat(refused(NETWORK.directory(1, 5, others).document(), NOW)).contains(Refusal.CONFLICTING);
    }

    @Test
    void the_same_content_signed_later_is_taken_and_signed_earlier_is_not() throws Exception {
        Directory later = NETWORK.directory(NETWORK.signer(1), 5, NOW.plusSeconds(60), ENTRIES);
        assertThat(reader.received(later.document(), Optional.of(first), NOW)
                        .header()
                        .issued())
                .isEqualTo(NOW.plusSeconds(60));
        assertThat(reader.received(first.document(), Optional.of(later), NOW)).isSameAs(later);
    }

    @Test
    void a_delegation_that_has_ended_is_stale() throws Exception {
        Delegation given = NETWORK.delegation(1);
        Instant after = given.notAfter();
        Directory late = NETWORK.directory(NETWORK.signer(1), 6, after.minus(Duration.ofHours(1)), ENTRIES);
        assertThat(refusal(() -> reader.received(late.document(), Optional.of(first), after)))
                .contains(Refusal.STALE_DELEGATION);
    }

    @Test
    void a_header_beyond_its_delegation_is_stale() {
        Delegation given = NETWORK.delegation(1);
        Directory beyond = NETWORK.directory(NETWORK.signer(1), 6, given.notAfter(), ENTRIES);
        assertThat(refused(beyond.document(), NOW)).contains(Refusal.STALE_DELEGATION);
    }

    @Test
    void a_delta_makes_the_same_as_the_whole() throws Exception {
        List<Entry> entries = new ArrayList<>(ENTRIES);
        Entry changed = NETWORK.member(1).withStanding(Standing.DISABLED).entry();
        entries.set(2, changed);
        Entry gone = entries.remove(4);
        Directory next = NETWORK.directory(1, 6, entries);
        byte[] delta = DirectoryDelta.of(first.version(), next.signedHeader(), List.of(changed), List.of(gone.id()))
                .encoded();

        assertThat(reader.merged(delta, first, NOW).document()).isEqualTo(next.document());
    }

    @Test
    void a_delta_to_another_version_has_the_wrong_base_and_an_incomplete_one_is_mixed() {
        List<Entry> entries = NETWORK.entries(4);
        Directory next = NETWORK.directory(1, 7, entries);
        byte[] wrongBase = DirectoryDelta.of(new DirectoryVersion(1, 6), next.signedHeader(), List.of(), List.of())
                .encoded();
        byte[] incomplete = DirectoryDelta.of(first.version(), next.signedHeader(), List.of(), List.of())
                .encoded();
        assertThat(refusal(() -> reader.merged(wrongBase, first, NOW))).contains(Refusal.WRONG_BASE);
        assertThat(refusal(() -> reader.merged(incomplete, first, NOW))).contains(Refusal.MIXED_VERSIONS);
    }

    @Test
    void keys_of_another_site_in_an_entry_are_refused_when_they_are_used() throws Exception {
        MemberEntry honest = NETWORK.member(1);
        Wwwroot m2 = Wwwroot.of("https://m2.example.org");
        MemberEntry forged = MemberEntry.of(m2, "", "constellation", honest.current(), List.of());
        Directory read =
                reader.received(NETWORK.directory(1, 6, List.of(forged.entry())).document(), Optional.empty(), NOW);
        assertThat(refusal(() -> read.member(m2).orElseThrow().current().identity(NETWORK.engine(), m2)))
                .contains(Refusal.MALFORMED);
    }

    @Test
    void a_kind_of_entry_from_a_later_version_is_carried_along() throws Exception {
        List<Entry> entries = new ArrayList<>(ENTRIES);
        entries.add(Entry.of("holiday", "2027", new byte[] {1, 2, 3}));
        Directory next = NETWORK.directory(1, 6, entries);
        Directory read = reader.received(next.document(), Optional.of(first), NOW);
        assertThat(read.entries()).containsKey("holiday 2027");
        assertThat(read.document()).isEqualTo(next.document());
    }

    private Optional<Refusal> refused(byte[] document, Instant now) {
        return refusal(() -> reader.received(document, Optional.of(first), now));
    }

    private static byte[] document(SignedHeader header, List<Entry> entries) {
        return document(header, entries, true);
    }

    private static byte[] document(SignedHeader header, List<Entry> entries, boolean sorted) {
        List<Entry> ordered = new ArrayList<>(entries);
        if (sorted) {
            ordered.sort(java.util.Comparator.comparing(Entry::id));
        }
        return Packed.pack(plain(header.encoded(), ordered));
    }

    private static byte[] plain(byte[] header, List<Entry> entries) {
        return new FieldWriter(Directory.FORM)
                .add(header)
                .addAll(entries.stream().map(Entry::bytes).toList())
                .bytes();
    }

    private static int indexOf(byte[] whole, byte[] part) {
        for (int at = 0; at + part.length <= whole.length; at++) {
            if (Arrays.equals(whole, at, at + part.length, part, 0, part.length)) {
                return at;
            }
        }
        throw new AssertionError("not in it");
    }
}
