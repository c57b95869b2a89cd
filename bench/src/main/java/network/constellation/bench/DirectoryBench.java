package network.constellation.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.certificate.CertificateSubject;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.keys.identity.SiteKeysMaker;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.Ed25519PrivateKey;
import network.constellation.keys.provider.RsaPrivateKey;
import network.constellation.protocol.directory.Delegation;
import network.constellation.protocol.directory.Directory;
import network.constellation.protocol.directory.DirectoryAnchor;
import network.constellation.protocol.directory.DirectoryDelta;
import network.constellation.protocol.directory.DirectoryReader;
import network.constellation.protocol.directory.DirectoryRefusedException;
import network.constellation.protocol.directory.DirectorySigner;
import network.constellation.protocol.directory.Entry;
import network.constellation.protocol.directory.MemberEntry;
import network.constellation.protocol.directory.MemberKeys;
import network.constellation.protocol.directory.NetworkEntry;
import network.constellation.protocol.directory.SubNetworkEntry;
import network.constellation.protocol.directory.strategy.ServiceMatrix;

/** What a directory of two thousand members costs: bytes, and milliseconds from bytes to a verified {@link Directory}. */
public final class DirectoryBench {
    private static final String NETWORK = "00112233445566778899aabbccddeeff";
    private static final Wwwroot HUB = Wwwroot.of("https://hub.example.org");
    private static final int SUBNETWORKS = 50;
    private static final int RSA_PAIRS = 64;
    private static final int RUNS = 30;

    private final CryptoEngine engine = CryptoEngine.detect();
    private final SiteKeysMaker maker = new SiteKeysMaker(engine);
    private final Instant now = Instant.now();
    private final List<RsaPrivateKey> rsa = new ArrayList<>();

    private DirectoryBench() {
        for (int i = 0; i < RSA_PAIRS; i++) {
            rsa.add(engine.rsa().generate());
        }
    }

    public static void main(String[] arguments) throws DirectoryRefusedException {
        new DirectoryBench().measure(arguments.length == 0 ? 2_000 : Integer.parseInt(arguments[0]));
    }

    private void measure(int members) throws DirectoryRefusedException {
        Ed25519PrivateKey root = engine.ed25519().generate();
        Ed25519PrivateKey key = engine.ed25519().generate();
        Delegation delegation = Delegation.sign(
                engine, root, NETWORK, HUB, key.publicKey(), 1, now.minusSeconds(60), now.plus(Duration.ofDays(400)));
        DirectorySigner signer = new DirectorySigner(engine, key, delegation);
        DirectoryReader reader = new DirectoryReader(engine, new DirectoryAnchor(NETWORK, root.publicKey()));
        List<Entry> entries = entries(members);
        long begin = System.nanoTime();
        Directory directory = signer.directory(1, now, now.plus(Duration.ofHours(72)), entries);
        byte[] document = directory.document();
        double signed = millis(begin);
        print("members", members);
        print("document, bytes", document.length);
        print("sign and write, ms (first time)", signed);
        MemberEntry one = directory.members().iterator().next();
        delta("delta of one member, bytes", signer, directory, entries, one.withStanding(
                network.constellation.protocol.directory.Standing.DISABLED).entry());
        delta("delta of one announced next key, bytes", signer, directory, entries, one.withKeys(
                        one.current(), Optional.of(MemberKeys.of(keys(one.wwwroot(), 1, 2))), 0)
                .entry());
        List<Double> times = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            long start = System.nanoTime();
            Directory read = reader.received(document, Optional.empty(), now);
            times.add(millis(start));
            if (read.members().size() != members) {
                throw new BenchException("Members are missing.");
            }
        }
        print("load and verify, ms: first time", times.get(0));
        times.sort(null);
        print("load and verify, ms: median", times.get(RUNS / 2));
        begin = System.nanoTime();
        for (MemberEntry member : reader.received(document, Optional.empty(), now).members()) {
            member.current().identity(engine, member.wwwroot());
        }
        print("the same with all keys of all members verified, ms", millis(begin));
    }

    private static void delta(String what, DirectorySigner signer, Directory before, List<Entry> entries, Entry changed)
            throws DirectoryRefusedException {
        List<Entry> others = new ArrayList<>(entries);
        others.replaceAll(entry -> entry.id().equals(changed.id()) ? changed : entry);
        Directory next = signer.directory(2, before.header().issued(), before.header().expires(), others);
        print(what, DirectoryDelta.of(before.version(), next.signedHeader(), List.of(changed), List.of())
                .encoded().length);
    }

    private List<Entry> entries(int members) {
        List<Entry> entries = new ArrayList<>();
        entries.add(new NetworkEntry("Bench", ServiceMatrix.SINGLE_SIGN_ON, new TreeMap<>()).entry());
        for (int number = 1; number <= SUBNETWORKS + 1; number++) {
            entries.add(new SubNetworkEntry(number, "Sub-network " + number, ServiceMatrix.NEW_SUBNETWORK).entry());
        }
        List<Wwwroot> wwwroots = new ArrayList<>();
        for (int i = 1; i <= members; i++) {
            wwwroots.add(Wwwroot.of("https://campus-" + i + ".university-" + i % 97 + ".example.org/moodle"));
        }
        // In the order of the document, so that no RSA key comes twice within what the compression looks back at.
        wwwroots.sort(null);
        for (int i = 0; i < members; i++) {
            Wwwroot wwwroot = wwwroots.get(i);
            entries.add(MemberEntry.of(
                            wwwroot,
                            "Campus " + i + " of the University of Example " + i % 97,
                            "constellation",
                            MemberKeys.of(keys(wwwroot, i, 1)),
                            List.of(1 + i % SUBNETWORKS, SUBNETWORKS + 1))
                    .entry());
        }
        return entries;
    }

    private PublicIdentity keys(Wwwroot wwwroot, int number, int generation) {
        return maker.make(
                        wwwroot,
                        CertificateSubject.named("Campus " + number, wwwroot),
                        generation,
                        now,
                        Duration.ofDays(28),
                        rsa.get(number % RSA_PAIRS),
                        engine.ed25519().generate())
                .publicIdentity(engine);
    }

    private static double millis(long since) {
        return (System.nanoTime() - since) / 1e6;
    }

    private static void print(String what, double value) {
        System.out.printf(Locale.ROOT, value == Math.rint(value) ? "%-52s %,12.0f%n" : "%-52s %,12.1f%n", what, value);
    }
}
