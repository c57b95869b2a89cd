package network.constellation.peer.roaming;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import network.constellation.keys.provider.Digests;

/** Makes the secrets of jumps; only their hashes are kept. */
@Singleton
final class Tokens {
    /** 40 hex digits: what the originals' tables hold (mnet-wire.md 11.1). */
    private static final int LEGACY_BYTES = 20;

    private static final int MODERN_BYTES = 32;
    private static final int LONGEST = 2 * MODERN_BYTES;

    private final SecureRandom random;

    @Inject
    Tokens(SecureRandom random) {
        this.random = random;
    }

    /** @param ownKind whether the other side is a node like this one, whose table has room for 256 bits */
    String make(boolean ownKind) {
        byte[] bytes = new byte[ownKind ? MODERN_BYTES : LEGACY_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    static byte[] hash(String token) {
        return Digests.sha256(token.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether the text could be a token of ours or of a peer: the base64 alphabet, as the originals clean it. */
    static boolean isWellFormed(String token) {
        return token.length() >= 16
                && token.length() <= LONGEST
                && token.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || "+/=".indexOf(c) >= 0));
    }
}
