package network.constellation.protocol.directory;

import java.time.Instant;
import java.util.Arrays;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.Ed25519PrivateKey;
import network.constellation.keys.provider.Ed25519PublicKey;
import network.constellation.keys.provider.FieldReader;
import network.constellation.keys.provider.FieldWriter;
import network.constellation.keys.provider.SignaturePrefix;

/**
 * The root key lets one hub sign directories, with a key of that hub, for one term (protocol-security.md 3, hubs).
 * Signed by the root.
 *
 * @param key the hub's directory key
 * @param term from 1; of two delegations the higher counts
 * @param notAfter seconds precision
 */
public record Delegation(
        String network,
        Wwwroot hub,
        Ed25519PublicKey key,
        int term,
        Instant issued,
        Instant notAfter,
        byte[] signature) {
    private static final String FORM = "constellation:signed-directory-delegation:1";

    public Delegation {
        signature = signature.clone();
        issued = Instant.ofEpochSecond(issued.getEpochSecond());
        notAfter = Instant.ofEpochSecond(notAfter.getEpochSecond());
        if (term < 1) {
            throw new IllegalArgumentException("Terms are counted from 1.");
        }
    }

    @Override
    public byte[] signature() {
        return signature.clone();
    }

    /** Signs one with the root key. */
    public static Delegation sign(
            CryptoEngine engine,
            Ed25519PrivateKey root,
            String network,
            Wwwroot hub,
            Ed25519PublicKey key,
            int term,
            Instant issued,
            Instant notAfter) {
        Delegation unsigned = new Delegation(network, hub, key, term, issued, notAfter, new byte[0]);
        return new Delegation(
                network, hub, key, term, issued, notAfter, engine.ed25519().sign(root, unsigned.body()));
    }

    /** @throws DirectoryRefusedException when it is of another network or not signed by the root */
    public void verify(CryptoEngine engine, DirectoryAnchor anchor) throws DirectoryRefusedException {
        if (!network.equals(anchor.network())) {
            throw new DirectoryRefusedException(
                    Refusal.WRONG_NETWORK,
                    "The delegation is of network " + network + ", not " + anchor.network() + ".");
        }
        if (!engine.ed25519().verify(anchor.root(), body(), signature)) {
            throw new DirectoryRefusedException(
                    Refusal.WRONG_SIGNER, "The delegation of " + hub + " is not signed by the network's root key.");
        }
    }

    public byte[] encoded() {
        return new FieldWriter(FORM).add(body()).add(signature).bytes();
    }

    /** Reads the one encoding; {@link #verify} verifies. */
    public static Delegation decode(byte[] encoded) throws DirectoryRefusedException {
        try {
            FieldReader outer = new FieldReader(encoded, FORM);
            byte[] body = outer.bytes();
            byte[] signature = outer.bytes();
            outer.end();
            FieldReader in = new FieldReader(body, SignaturePrefix.DIRECTORY_DELEGATION.text());
            Delegation delegation = new Delegation(
                    in.text(),
                    Wwwroot.of(in.text()),
                    Ed25519PublicKey.of(in.bytes()),
                    in.number(Integer.MAX_VALUE),
                    in.instant(),
                    in.instant(),
                    signature);
            in.end();
            if (!Arrays.equals(body, delegation.body())) {
                throw DirectoryRefusedException.malformed("The delegation is not in its one canonical form.");
            }
            return delegation;
        } catch (IllegalArgumentException malformed) {
            throw DirectoryRefusedException.malformed("The delegation", malformed);
        }
    }

    private byte[] body() {
        return new FieldWriter(SignaturePrefix.DIRECTORY_DELEGATION.text())
                .add(network)
                .add(hub.value())
                .add(key.raw())
                .add(term)
                .add(issued)
                .add(notAfter)
                .bytes();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Delegation that && Arrays.equals(encoded(), that.encoded());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(signature);
    }

    @Override
    public String toString() {
        return "Delegation[" + hub + ", term " + term + ", until " + notAfter + "]";
    }
}
