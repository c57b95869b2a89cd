package network.constellation.protocol.directory;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.certificate.CertificateRefusedException;
import network.constellation.keys.certificate.SiteCertificate;
import network.constellation.keys.identity.IdentityRefusedException;
import network.constellation.keys.identity.KeyStatement;
import network.constellation.keys.identity.ModernKeys;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.keys.identity.RecipientKey;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.Ed25519PublicKey;
import network.constellation.keys.provider.FieldReader;
import network.constellation.keys.provider.FieldWriter;
import network.constellation.keys.provider.X25519PublicKey;
import network.constellation.keys.suite.Suite;
import org.jspecify.annotations.Nullable;

/**
 * One generation of a member's public keys, without what follows from the entry around it. Read when asked for, as two
 * thousand certificates take longer than a start may. The recipient key is the one of the day on which the hub
 * published this generation: whoever is late is told the present one by fault 7030.
 */
public final class MemberKeys {
    private static final String FORM = "constellation:directory-keys:1";

    /** Key, two instants and signature, each with its length. */
    private static final int RECIPIENT_BYTES = 4 + 32 + 4 + 8 + 4 + 8 + 4 + 64;

    private final byte[] encoded;
    private final int generation;
    private volatile @Nullable PublicIdentity identity;

    private MemberKeys(byte[] encoded, int generation) {
        this.encoded = encoded;
        this.generation = generation;
    }

    public static MemberKeys of(PublicIdentity identity) {
        int generation =
                identity.modern().map(keys -> keys.statement().generation()).orElse(0);
        FieldWriter out =
                new FieldWriter(FORM).add(generation).add(identity.certificate().encoded());
        identity.modern().ifPresent(keys -> write(out, keys.statement(), keys.recipientKey()));
        MemberKeys keys = new MemberKeys(out.bytes(), generation);
        keys.identity = identity;
        return keys;
    }

    private static void write(FieldWriter out, KeyStatement statement, RecipientKey recipient) {
        out.add(statement.created())
                .add(statement.notAfter())
                .add(labels(statement.suites()))
                .add(statement.ed25519().raw())
                .add(statement.rsaSignature())
                .add(statement.ed25519Signature())
                .add(recipient.key().raw())
                .add(recipient.created())
                .add(recipient.notAfter())
                .add(recipient.signature());
    }

    /** @throws IllegalArgumentException when these are no keys; the keys themselves are looked at when asked for */
    static MemberKeys decode(byte[] encoded) {
        return new MemberKeys(encoded, new FieldReader(encoded, FORM).number(Integer.MAX_VALUE));
    }

    byte[] encoded() {
        return encoded;
    }

    /** Whether these are the same keys, but for the recipient key, which is another each day. */
    public boolean sameButRecipient(MemberKeys other) {
        int mine = lasting();
        int theirs = other.lasting();
        return mine > 0 && Arrays.equals(encoded, 0, mine, other.encoded, 0, Math.max(theirs, 0));
    }

    /** How many bytes come before those of the recipient key, which are always as many. */
    private int lasting() {
        return encoded.length - (generation > 0 ? RECIPIENT_BYTES : 0);
    }

    /** Of this set of keys, from 1; 0 where a site of the originals has none. */
    public int generation() {
        return generation;
    }

    /**
     * The keys, verified as those of this site.
     *
     * @throws DirectoryRefusedException when they are not: the hub has signed what it never should
     */
    public PublicIdentity identity(CryptoEngine engine, Wwwroot wwwroot) throws DirectoryRefusedException {
        PublicIdentity known = identity;
        if (known == null || !known.wwwroot().equals(wwwroot)) {
            known = read(engine, wwwroot);
            identity = known;
        }
        return known;
    }

    private PublicIdentity read(CryptoEngine engine, Wwwroot wwwroot) throws DirectoryRefusedException {
        try {
            FieldReader in = new FieldReader(encoded, FORM);
            in.number(Integer.MAX_VALUE);
            SiteCertificate certificate = SiteCertificate.ofDer(in.bytes());
            Optional<ModernKeys> modern = Optional.empty();
            if (generation > 0) {
                KeyStatement statement = statement(in, wwwroot, certificate);
                modern = Optional.of(new ModernKeys(statement, recipient(in, wwwroot), List.of()));
            }
            in.end();
            return PublicIdentity.of(engine, wwwroot, certificate, modern);
        } catch (CertificateRefusedException | IdentityRefusedException refused) {
            throw DirectoryRefusedException.malformed(
                    "The keys of " + wwwroot + " are not its own: " + refused.getMessage());
        } catch (IllegalArgumentException malformed) {
            throw DirectoryRefusedException.malformed("The keys of " + wwwroot, malformed);
        }
    }

    private KeyStatement statement(FieldReader in, Wwwroot wwwroot, SiteCertificate certificate) {
        Instant created = in.instant();
        Instant notAfter = in.instant();
        Set<Suite> suites = suites(in.text());
        Ed25519PublicKey ed25519 = Ed25519PublicKey.of(in.bytes());
        return new KeyStatement(
                wwwroot,
                generation,
                created,
                notAfter,
                suites,
                certificate.publicKey().sha256(),
                ed25519,
                in.bytes(),
                in.bytes());
    }

    private RecipientKey recipient(FieldReader in, Wwwroot wwwroot) {
        return new RecipientKey(
                wwwroot, generation, X25519PublicKey.of(in.bytes()), in.instant(), in.instant(), in.bytes());
    }

    private static String labels(Set<Suite> suites) {
        return suites.stream().sorted().map(Suite::label).collect(Collectors.joining(","));
    }

    private static Set<Suite> suites(String labels) {
        return Collections.unmodifiableSet(Arrays.stream(labels.split(",", -1))
                .map(Suite::ofLabel)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Suite.class))));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MemberKeys that && Arrays.equals(encoded, that.encoded);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encoded);
    }

    @Override
    public String toString() {
        return "MemberKeys[generation " + generation + "]";
    }
}
