package network.constellation.protocol.directory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.Ed25519PrivateKey;
import network.constellation.keys.testing.TestingKeys;
import network.constellation.protocol.directory.strategy.ServiceMatrix;

/** A network on paper: root key, hub, members, and everything signed as a hub signs it. */
public final class SampleNetwork {
    public static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    public static final String ID = "00112233445566778899aabbccddeeff";
    public static final Wwwroot HUB = Wwwroot.of("https://hub.example.org");
    public static final Duration LIFE = Duration.ofHours(72);

    private final CryptoEngine engine = CryptoEngine.detect();
    private final TestingKeys keys = new TestingKeys(engine);
    private final Ed25519PrivateKey root = engine.ed25519().generate();
    private final Ed25519PrivateKey hubKey = engine.ed25519().generate();

    public CryptoEngine engine() {
        return engine;
    }

    public DirectoryAnchor anchor() {
        return new DirectoryAnchor(ID, root.publicKey());
    }

    public DirectoryReader reader() {
        return new DirectoryReader(engine, anchor());
    }

    public Delegation delegation(int term) {
        return delegation(root, ID, term);
    }

    public Delegation delegation(Ed25519PrivateKey signer, String network, int term) {
        return Delegation.sign(
                engine,
                signer,
                network,
                HUB,
                hubKey.publicKey(),
                term,
                NOW.minus(Duration.ofDays(1)),
                NOW.plus(Duration.ofDays(400)));
    }

    public DirectorySigner signer(int term) {
        return signer(delegation(term));
    }

    public DirectorySigner signer(Delegation delegation) {
        return new DirectorySigner(engine, hubKey, delegation);
    }

    /** The members {@code m1} to {@code mN}, in sub-network 1. */
    public List<Entry> entries(int members) {
        List<Entry> entries = new ArrayList<>();
        entries.add(new NetworkEntry("Sample", ServiceMatrix.SINGLE_SIGN_ON, new TreeMap<>()).entry());
        entries.add(new SubNetworkEntry(1, "One", ServiceMatrix.NEW_SUBNETWORK).entry());
        for (int i = 1; i <= members; i++) {
            entries.add(member(i).entry());
        }
        return entries;
    }

    public MemberEntry member(int number) {
        Wwwroot wwwroot = Wwwroot.of("https://m" + number + ".example.org");
        return MemberEntry.of(wwwroot, "Member " + number, "constellation", keysOf(wwwroot, 1), Set.of(1));
    }

    public MemberKeys keysOf(Wwwroot wwwroot, int generation) {
        return MemberKeys.of(
                keys.site(wwwroot, generation, NOW, Duration.ofDays(28)).publicIdentity(engine));
    }

    public Directory directory(int term, long sequence, Collection<Entry> entries) {
        return directory(signer(term), sequence, NOW, entries);
    }

    public Directory directory(DirectorySigner signer, long sequence, Instant issued, Collection<Entry> entries) {
        try {
            return signer.directory(sequence, issued, issued.plus(LIFE), entries);
        } catch (DirectoryRefusedException impossible) {
            throw new AssertionError(impossible);
        }
    }

    public SuspensionList list(int term, long sequence, Instant issued, Wwwroot... suspended) {
        TreeMap<Wwwroot, SuspensionList.Suspended> sites = new TreeMap<>();
        for (Wwwroot site : suspended) {
            sites.put(site, new SuspensionList.Suspended(NOW, "a reason"));
        }
        return signer(term).suspensions(sequence, issued, issued.plus(LIFE), sites);
    }

    /** As a document is sent. */
    public static byte[] packed(byte[] plain) {
        return Packed.pack(plain);
    }

    /** What {@link #packed} made of it. */
    public static byte[] unpacked(byte[] packed) {
        try {
            return Packed.unpack(packed);
        } catch (DirectoryRefusedException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** What is refused, by its code; empty when it was taken. */
    public static Optional<Refusal> refusal(Taking taking) {
        try {
            taking.take();
            return Optional.empty();
        } catch (DirectoryRefusedException refused) {
            return Optional.of(refused.refusal());
        }
    }

    /** Something that may be refused. */
    @FunctionalInterface
    public interface Taking {
        void take() throws DirectoryRefusedException;
    }
}
