package network.constellation.keys.provider;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Optional;
import javax.crypto.Cipher;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jspecify.annotations.Nullable;

/**
 * The cryptography of one process: the provider of each operation is asked for by name, the JVM-wide list stays as it
 * is (dependencies.md 3). Immutable; safe for any number of threads.
 *
 * <p>RSA: Amazon Corretto Crypto Provider (ACCP) where it loads, else the JDK. Ed25519: ACCP, else Bouncy Castle.
 * X25519: Bouncy Castle. AES: ACCP, else the JDK.
 */
public final class CryptoEngine {
    private final Optional<Provider> accelerator;
    private final SecureRandom random;
    private final Rsa rsa;
    private final Ed25519 ed25519;
    private final X25519 x25519;
    private final AesGcm aesGcm;

    private CryptoEngine(Optional<Provider> accelerator, Optional<SecureRandom> injected) {
        this.accelerator = accelerator;
        this.random = injected.orElseGet(() -> newRandom(accelerator));
        this.rsa = new Rsa(this);
        this.ed25519 = new Ed25519(this);
        this.x25519 = new X25519(this);
        this.aesGcm = new AesGcm(this);
    }

    /** The fastest engine that works on this machine. */
    public static CryptoEngine detect() {
        return new CryptoEngine(Accelerator.find(), Optional.empty());
    }

    /** JDK and Bouncy Castle only. */
    public static CryptoEngine pureJava() {
        return new CryptoEngine(Optional.empty(), Optional.empty());
    }

    /** The same engine drawing its randomness from elsewhere, which is how tests make keys repeatable. */
    public CryptoEngine withRandom(SecureRandom other) {
        return new CryptoEngine(accelerator, Optional.of(other));
    }

    /** What the start-up line and the metric say, for example {@code native (ACCP 2.5.0, JDK 17.0.15, BC 1.86)}. */
    public String name() {
        String shared = "JDK " + Runtime.version().feature() + ", BC " + new BouncyCastleProvider().getVersionStr();
        return accelerator
                .map(accp -> "native (ACCP " + accp.getVersionStr() + ", " + shared + ")")
                .orElse("pure Java (" + shared + ")");
    }

    /** Whether native code does the RSA operations, which bound the speed of the legacy wire. */
    public boolean isNative() {
        return accelerator.isPresent();
    }

    /** The only source of secrets in the process. */
    public SecureRandom random() {
        return random;
    }

    public byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    public Rsa rsa() {
        return rsa;
    }

    public Ed25519 ed25519() {
        return ed25519;
    }

    public X25519 x25519() {
        return x25519;
    }

    public AesGcm aesGcm() {
        return aesGcm;
    }

    /** A new cipher of the right provider; for the rooms of {@code keys} only. */
    public Cipher cipher(String transformation) {
        return made(
                "looking for the cipher " + transformation,
                provider -> provider == null
                        ? Cipher.getInstance(transformation)
                        : Cipher.getInstance(transformation, provider));
    }

    /** A new signature object of the right provider; for the rooms of {@code keys} only. */
    public Signature signature(String algorithm) {
        return made(
                "looking for the signature " + algorithm,
                provider -> provider == null
                        ? Signature.getInstance(algorithm)
                        : Signature.getInstance(algorithm, provider));
    }

    KeyFactory keyFactory(String algorithm) {
        return made(
                "looking for the key factory " + algorithm,
                provider -> provider == null
                        ? KeyFactory.getInstance(algorithm)
                        : KeyFactory.getInstance(algorithm, provider));
    }

    KeyPairGenerator keyPairGenerator(String algorithm) {
        return made(
                "looking for the key generator " + algorithm,
                provider -> provider == null
                        ? KeyPairGenerator.getInstance(algorithm)
                        : KeyPairGenerator.getInstance(algorithm, provider));
    }

    private <T> T made(String doing, ByProvider<T> maker) {
        try {
            return maker.make(accelerator.orElse(null));
        } catch (GeneralSecurityException missing) {
            throw new CryptoFailureException(doing, missing);
        }
    }

    private static SecureRandom newRandom(Optional<Provider> accelerator) {
        if (accelerator.isPresent()) {
            try {
                return SecureRandom.getInstance("LibCryptoRng", accelerator.get());
            } catch (GeneralSecurityException fallsThrough) {
                return new SecureRandom();
            }
        }
        return new SecureRandom();
    }

    @Override
    public String toString() {
        return name();
    }

    @FunctionalInterface
    private interface ByProvider<T> {
        T make(@Nullable Provider provider) throws GeneralSecurityException;
    }
}
