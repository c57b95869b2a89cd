package network.constellation.keys.identity;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import network.constellation.keys.address.InvalidAddressException;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.identity.IdentityRefusedException.Reason;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.Digests;
import network.constellation.keys.provider.Ed25519PrivateKey;
import network.constellation.keys.provider.Ed25519PublicKey;
import network.constellation.keys.provider.FieldReader;
import network.constellation.keys.provider.FieldWriter;
import network.constellation.keys.provider.MalformedFieldsException;
import network.constellation.keys.provider.MalformedKeyException;
import network.constellation.keys.provider.Rsa;
import network.constellation.keys.provider.RsaPrivateKey;
import network.constellation.keys.provider.RsaPublicKey;
import network.constellation.keys.provider.SignaturePrefix;
import network.constellation.keys.suite.Suite;

/**
 * The bond between a site's RSA and Ed25519 keys: both sign the same bytes, which name the fingerprint of each, the
 * wwwroot, the generation, the validity and the suites (protocol-security.md 1, rule 8). RSA signs with PSS and
 * SHA-256.
 *
 * @param generation number of this set of keys, from 1, never used twice by a site
 * @param rsaSha256 SHA-256 of the RSA key's SubjectPublicKeyInfo
 */
public record KeyStatement(
        Wwwroot wwwroot,
        int generation,
        Instant created,
        Instant notAfter,
        Set<Suite> suites,
        byte[] rsaSha256,
        Ed25519PublicKey ed25519,
        byte[] rsaSignature,
        byte[] ed25519Signature) {
    private static final String FORM = "constellation:signed-key-statement:1";
    private static final String OFFER = "constellation:modern-offer:1";
    private static final int SHA256_LENGTH = 32;

    public KeyStatement {
        if (generation < 1) {
            throw new IllegalArgumentException("Generations are counted from 1.");
        }
        suites = Collections.unmodifiableSet(EnumSet.copyOf(suites));
    }

    /** Makes and signs a statement with both private keys. */
    public static KeyStatement make(
            CryptoEngine engine,
            Wwwroot wwwroot,
            int generation,
            Instant created,
            Instant notAfter,
            Set<Suite> suites,
            RsaPrivateKey rsa,
            Ed25519PrivateKey ed25519) {
        byte[] body = body(
                wwwroot, generation, created, notAfter, suites, rsa.publicKey().sha256(), ed25519.publicKey());
        return new KeyStatement(
                wwwroot,
                generation,
                created,
                notAfter,
                suites,
                rsa.publicKey().sha256(),
                ed25519.publicKey(),
                engine.rsa().sign(Rsa.Scheme.PSS_SHA256, rsa, body),
                engine.ed25519().sign(ed25519, body));
    }

    /** Checks that this statement speaks of that site and that RSA key, and that both keys signed it. */
    public void verify(CryptoEngine engine, Wwwroot site, RsaPublicKey rsa) throws IdentityRefusedException {
        if (!wwwroot.equals(site)) {
            throw new IdentityRefusedException(
                    Reason.WRONG_SITE, "The key statement is for " + wwwroot + ", not for " + site + ".");
        }
        if (!Digests.equal(rsaSha256, rsa.sha256())) {
            throw new IdentityRefusedException(
                    Reason.WRONG_KEY, "The key statement belongs to another RSA key than the certificate's.");
        }
        byte[] body = body();
        if (!engine.rsa().verify(Rsa.Scheme.PSS_SHA256, rsa, body, rsaSignature)) {
            throw new IdentityRefusedException(
                    Reason.BAD_SIGNATURE, "The key statement is not signed by the certificate's RSA key.");
        }
        if (!engine.ed25519().verify(ed25519, body, ed25519Signature)) {
            throw new IdentityRefusedException(
                    Reason.BAD_SIGNATURE, "The key statement is not signed by its own Ed25519 key.");
        }
    }

    /**
     * The hash that the certificate carries about these keys: everything a site offers beside RSA that lasts as long
     * as the certificate (protocol-security.md 3, first contact).
     */
    public byte[] offerHash() {
        return offerHash(ed25519, suites);
    }

    static byte[] offerHash(Ed25519PublicKey ed25519, Set<Suite> suites) {
        return Digests.sha256(
                new FieldWriter(OFFER).add(ed25519.raw()).add(labels(suites)).bytes());
    }

    /** The bytes that both keys sign. */
    byte[] body() {
        return body(wwwroot, generation, created, notAfter, suites, rsaSha256, ed25519);
    }

    public byte[] encoded() {
        return new FieldWriter(FORM)
                .add(body())
                .add(rsaSignature)
                .add(ed25519Signature)
                .bytes();
    }

    /** Reads the one encoding; signatures are checked by {@link #verify}, weak keys refused here. */
    public static KeyStatement decode(byte[] encoded) throws IdentityRefusedException {
        try {
            FieldReader outer = new FieldReader(encoded, FORM);
            byte[] body = outer.bytes();
            byte[] rsaSignature = outer.bytes();
            byte[] ed25519Signature = outer.bytes();
            outer.end();
            FieldReader in = new FieldReader(body, SignaturePrefix.KEY_STATEMENT.text());
            KeyStatement statement = new KeyStatement(
                    Wwwroot.of(in.text()),
                    in.number(Integer.MAX_VALUE),
                    in.instant(),
                    in.instant(),
                    suites(in.text()),
                    in.bytes(),
                    Ed25519PublicKey.of(in.bytes()),
                    rsaSignature,
                    ed25519Signature);
            in.end();
            if (!Arrays.equals(body, statement.body()) || statement.rsaSha256.length != SHA256_LENGTH) {
                throw new MalformedFieldsException("is not in its one canonical form");
            }
            return statement;
        } catch (MalformedKeyException weak) {
            throw new IdentityRefusedException(Reason.WEAK_KEY, weak.sentence());
        } catch (InvalidAddressException | MalformedFieldsException malformed) {
            throw new IdentityRefusedException(Reason.MALFORMED, "The key statement: " + malformed.getMessage());
        } catch (IllegalArgumentException malformed) {
            throw new IdentityRefusedException(Reason.MALFORMED, "The key statement names an unknown suite or value.");
        }
    }

    private static byte[] body(
            Wwwroot wwwroot,
            int generation,
            Instant created,
            Instant notAfter,
            Set<Suite> suites,
            byte[] rsaSha256,
            Ed25519PublicKey ed25519) {
        return new FieldWriter(SignaturePrefix.KEY_STATEMENT.text())
                .add(wwwroot.value())
                .add(generation)
                .add(created)
                .add(notAfter)
                .add(labels(suites))
                .add(rsaSha256)
                .add(ed25519.raw())
                .bytes();
    }

    private static String labels(Set<Suite> suites) {
        return suites.stream().sorted().map(Suite::label).collect(Collectors.joining(","));
    }

    private static Set<Suite> suites(String labels) {
        return Arrays.stream(labels.split(",", -1))
                .map(Suite::ofLabel)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Suite.class)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeyStatement that && Arrays.equals(encoded(), that.encoded());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ed25519Signature);
    }

    @Override
    public String toString() {
        return "KeyStatement[" + wwwroot + ", generation " + generation + ", until " + notAfter + "]";
    }
}
