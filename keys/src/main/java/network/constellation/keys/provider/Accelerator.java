package network.constellation.keys.provider;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.Signature;
import java.util.Optional;
import javax.crypto.Cipher;

/** Finds the native provider, and trusts it only after it has done what it is wanted for (dependencies.md G7). */
final class Accelerator {
    /** Without it the provider keeps its Ed25519 key factory to itself. Read when the provider class is initialised. */
    private static final String EDWARDS_KEYS = "com.amazon.corretto.crypto.provider.registerEdKeyFactory";

    private Accelerator() {}

    static Optional<Provider> find() {
        try {
            if (System.getProperty(EDWARDS_KEYS) == null) {
                System.setProperty(EDWARDS_KEYS, "true");
            }
            AmazonCorrettoCryptoProvider provider = AmazonCorrettoCryptoProvider.INSTANCE;
            if (provider.getLoadingError() != null) {
                return Optional.empty();
            }
            proveItWorks(provider);
            return Optional.of(provider);
        } catch (GeneralSecurityException | LinkageError | RuntimeException unusable) {
            return Optional.empty();
        }
    }

    private static void proveItWorks(Provider provider) throws GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519", provider).generateKeyPair();
        Signature signature = Signature.getInstance("Ed25519", provider);
        signature.initSign(pair.getPrivate());
        signature.sign();
        KeyFactory.getInstance("EdDSA", provider);
        KeyFactory.getInstance("RSA", provider);
        Signature.getInstance("SHA1withRSA", provider);
        Signature.getInstance("RSASSA-PSS", provider);
        Cipher.getInstance("RSA/ECB/NoPadding", provider);
        Cipher.getInstance("AES/GCM/NoPadding", provider);
    }
}
