package network.constellation.keys.password;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.Digests;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id (RFC 9106) in the usual text form {@code $argon2id$v=19$m=..,t=..,p=..$salt$hash}. Each computation takes
 * {@link #MEMORY_KIB} KiB, so only a few run at once; the others wait. Thread-safe.
 */
public final class PasswordHasher {
    /** 19 MiB, two passes, one lane: the floor that OWASP names for interactive sign-in. */
    static final int MEMORY_KIB = 19 * 1024;

    static final int PASSES = 2;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int AT_ONCE = 4;
    private static final int MOST_MEMORY_KIB = 256 * 1024;
    private static final int MOST_PASSES = 16;
    private static final Pattern FORM = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

    private final CryptoEngine crypto;
    private final Semaphore atOnce = new Semaphore(AT_ONCE, true);
    private final String nobody;

    public PasswordHasher(CryptoEngine crypto) {
        this.crypto = crypto;
        this.nobody = written(MEMORY_KIB, PASSES, 1, crypto.randomBytes(SALT_BYTES), crypto.randomBytes(HASH_BYTES));
    }

    public String hash(String password) {
        byte[] salt = crypto.randomBytes(SALT_BYTES);
        byte[] hash = compute(password, salt, MEMORY_KIB, PASSES, 1, HASH_BYTES);
        return written(MEMORY_KIB, PASSES, 1, salt, hash);
    }

    /** False also for a stored text that is none of ours. */
    public boolean matches(String stored, String password) {
        Matcher parts = FORM.matcher(stored);
        if (!parts.matches()) {
            return false;
        }
        int memory = Integer.parseInt(parts.group(1));
        int passes = Integer.parseInt(parts.group(2));
        int lanes = Integer.parseInt(parts.group(3));
        boolean sane =
                memory >= 8 * lanes && memory <= MOST_MEMORY_KIB && passes >= 1 && passes <= MOST_PASSES && lanes >= 1;
        if (!sane) {
            return false;
        }
        byte[] salt = Base64.getDecoder().decode(parts.group(4));
        byte[] wanted = Base64.getDecoder().decode(parts.group(5));
        return Digests.equal(wanted, compute(password, salt, memory, passes, lanes, wanted.length));
    }

    /** Takes as long as {@link #matches} and is false: for a name that nobody has. */
    public boolean matchesNobody(String password) {
        matches(nobody, password);
        return false;
    }

    /** True when a password should be hashed anew at its next use, as our parameters have grown. */
    public boolean isOutdated(String stored) {
        return !stored.startsWith("$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=1$");
    }

    private byte[] compute(String password, byte[] salt, int memory, int passes, int lanes, int length) {
        // The same password typed on another keyboard may be other code points.
        byte[] bytes = Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8);
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memory)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        byte[] hash = new byte[length];
        atOnce.acquireUninterruptibly();
        try {
            generator.generateBytes(bytes, hash);
        } finally {
            atOnce.release();
        }
        return hash;
    }

    private static String written(int memory, int passes, int lanes, byte[] salt, byte[] hash) {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + memory + ",t=" + passes + ",p=" + lanes + "$" + base64.encodeToString(salt) + "$"
                + base64.encodeToString(hash);
    }
}
