package network.constellation.protocol.directory;

import java.util.Arrays;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.Ed25519PrivateKey;
import network.constellation.keys.provider.Ed25519PublicKey;
import network.constellation.keys.provider.FieldReader;
import network.constellation.keys.provider.FieldWriter;
import network.constellation.keys.provider.SignaturePrefix;

/**
 * What a member pins when it joins: by this alone it recognises every later directory, whoever hands it over.
 *
 * @param network id, 32 lower-case hex digits
 * @param root the network's root key, whose private half is kept offline
 */
public record DirectoryAnchor(String network, Ed25519PublicKey root) {
    private static final String FORM = "constellation:signed-directory-anchor:1";

    public DirectoryAnchor {
        if (!network.matches("[0-9a-f]{32}")) {
            throw new IllegalArgumentException("The id of a network is 32 lower-case hex digits.");
        }
    }

    /** The anchor as the hub signs it for one member, with the hub's own Ed25519 key, which that member knows. */
    public byte[] signedFor(Wwwroot member, CryptoEngine engine, Wwwroot hub, Ed25519PrivateKey hubKey) {
        byte[] body = body(member, hub);
        return new FieldWriter(FORM)
                .add(body)
                .add(engine.ed25519().sign(hubKey, body))
                .bytes();
    }

    /** Reads what {@link #signedFor} made, when it was made for this member by this hub. */
    public static DirectoryAnchor open(
            byte[] signed, CryptoEngine engine, Wwwroot member, Wwwroot hub, Ed25519PublicKey hubKey)
            throws DirectoryRefusedException {
        try {
            FieldReader outer = new FieldReader(signed, FORM);
            byte[] body = outer.bytes();
            byte[] signature = outer.bytes();
            outer.end();
            FieldReader in = new FieldReader(body, SignaturePrefix.DIRECTORY_ANCHOR.text());
            DirectoryAnchor anchor = new DirectoryAnchor(in.text(), Ed25519PublicKey.of(in.bytes()));
            boolean meant =
                    Wwwroot.of(in.text()).equals(hub) && Wwwroot.of(in.text()).equals(member);
            in.end();
            if (!meant || !Arrays.equals(body, anchor.body(member, hub))) {
                throw DirectoryRefusedException.malformed("The network's root key was sent for another site or hub.");
            }
            if (!engine.ed25519().verify(hubKey, body, signature)) {
                throw new DirectoryRefusedException(
                        Refusal.WRONG_SIGNER, "The network's root key is not vouched for by " + hub + ".");
            }
            return anchor;
        } catch (IllegalArgumentException malformed) {
            throw DirectoryRefusedException.malformed("The network's root key", malformed);
        }
    }

    private byte[] body(Wwwroot member, Wwwroot hub) {
        return new FieldWriter(SignaturePrefix.DIRECTORY_ANCHOR.text())
                .add(network)
                .add(root.raw())
                .add(hub.value())
                .add(member.value())
                .bytes();
    }
}
