package network.constellation.testnetwork.vectors.own;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import network.constellation.testnetwork.vectors.independent.PlainFields;
import network.constellation.testnetwork.vectors.independent.PlainKeys;

/** A site of the own vectors: its RSA key from a file, the others derived from its name. */
record OwnSite(String name, String wwwroot, RSAPrivateCrtKey rsa) {

    static OwnSite of(String name, String wwwroot, String rsaPem) {
        return new OwnSite(name, wwwroot, PlainKeys.rsaPrivate(rsaPem));
    }

    /** 32 bytes that anyone can make again. */
    static byte[] bytes(String label) {
        return PlainKeys.hash("SHA-256", ("own vectors: " + label).getBytes(UTF_8));
    }

    static byte[] bytes(String label, int count) {
        return Arrays.copyOf(bytes(label), count);
    }

    byte[] ed25519Seed() {
        return bytes(name + " ed25519");
    }

    PrivateKey ed25519() {
        return PlainKeys.ed25519(ed25519Seed());
    }

    /** The JDK derives a public key only when it makes a pair, so it is handed the seed as if it were random. */
    byte[] ed25519Public() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new Fixed(ed25519Seed()));
            byte[] spki = generator.generateKeyPair().getPublic().getEncoded();
            return Arrays.copyOfRange(spki, spki.length - 32, spki.length);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    byte[] x25519() {
        return bytes(name + " x25519");
    }

    byte[] x25519Public() {
        return PlainKeys.x25519Public(x25519());
    }

    byte[] fingerprint() {
        return PlainKeys.hash(
                "SHA-256",
                PlainFields.of(
                        "constellation:fingerprint:1",
                        wwwroot,
                        PlainKeys.hash("SHA-256", PlainKeys.rsaPublic(rsa).getEncoded()),
                        ed25519Public(),
                        "",
                        "legacy,modern"));
    }

    void describe(ObjectNode site) {
        site.put("wwwroot", wwwroot);
        site.put("rsa_private_key", "keys/" + name + ".rsa.pem");
        site.put("ed25519_seed", PlainKeys.hex(ed25519Seed()));
        site.put("ed25519_public", PlainKeys.hex(ed25519Public()));
        site.put("x25519_private", PlainKeys.hex(x25519()));
        site.put("x25519_public", PlainKeys.hex(x25519Public()));
        site.put("fingerprint", PlainKeys.hex(fingerprint()));
    }

    private static final class Fixed extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private final byte[] seed;

        Fixed(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] out) {
            System.arraycopy(seed, 0, out, 0, out.length);
        }
    }
}
