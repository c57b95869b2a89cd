package network.constellation.testnetwork.vectors.independent;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static network.constellation.testnetwork.vectors.independent.PlainKeys.asking;
import static network.constellation.testnetwork.vectors.independent.PlainKeys.hex;
import static network.constellation.testnetwork.vectors.independent.PlainKeys.joined;

import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** RFC 9180, base mode, DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, export-only: as far as exporting goes. */
final class PlainHpke {
    private static final byte[] KEM = joined("KEM".getBytes(US_ASCII), hex("0020"));
    private static final byte[] SUITE = joined("HPKE".getBytes(US_ASCII), hex("00200001ffff"));
    private static final byte[] NONE = new byte[0];

    private PlainHpke() {}

    /** The exporter secret, from the shared X25519 secret. */
    static byte[] exporterSecret(byte[] agreed, byte[] encapsulated, byte[] recipient, byte[] info) {
        byte[] shared = expand(
                KEM, extract(KEM, NONE, "eae_prk", agreed), "shared_secret", joined(encapsulated, recipient), 32);
        byte[] schedule =
                joined(new byte[1], extract(SUITE, NONE, "psk_id_hash", NONE), extract(SUITE, NONE, "info_hash", info));
        return expand(SUITE, extract(SUITE, shared, "secret", NONE), "exp", schedule, 32);
    }

    static byte[] export(byte[] exporterSecret, byte[] context, int length) {
        return expand(SUITE, exporterSecret, "sec", context, length);
    }

    private static byte[] extract(byte[] suite, byte[] salt, String label, byte[] material) {
        byte[] key = salt.length == 0 ? new byte[32] : salt;
        return hmac(key, joined("HPKE-v1".getBytes(US_ASCII), suite, label.getBytes(US_ASCII), material));
    }

    private static byte[] expand(byte[] suite, byte[] secret, String label, byte[] info, int length) {
        byte[] size = ByteBuffer.allocate(2).putShort((short) length).array();
        byte[] labeled = joined(size, "HPKE-v1".getBytes(US_ASCII), suite, label.getBytes(US_ASCII), info);
        byte[] out = NONE;
        byte[] block = NONE;
        for (int i = 1; out.length < length; i++) {
            block = hmac(secret, joined(block, labeled, new byte[] {(byte) i}));
            out = joined(out, block);
        }
        return Arrays.copyOf(out, length);
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        return asking(() -> {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        });
    }
}
