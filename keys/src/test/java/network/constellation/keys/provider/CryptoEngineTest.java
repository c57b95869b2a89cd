package network.constellation.keys.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.security.Security;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CryptoEngineTest {
    @Test
    void saysWhichItIs() {
        CryptoEngine pure = CryptoEngine.pureJava();
        assertThat(pure.isNative()).isFalse();
        assertThat(pure.name()).startsWith("pure Java (JDK ").contains("BC ");
        CryptoEngine detected = CryptoEngine.detect();
        assertThat(detected.name()).startsWith(detected.isNative() ? "native (ACCP " : "pure Java (");
        assertThat(pure).hasToString(pure.name());
    }

    @Test
    void isNativeWhereThePlatformHasIt() {
        boolean linuxOnIntel = System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
        assertThat(CryptoEngine.detect().isNative()).isEqualTo(linuxOnIntel);
    }

    @Test
    void leavesTheListOfTheWholeProcessAlone() {
        Object[] before = Security.getProviders();
        CryptoEngine.detect().rsa();
        assertThat(Security.getProviders()).isEqualTo(before);
    }

    @Test
    void drawsFromTheInjectedRandomness() {
        CryptoEngine engine = CryptoEngine.detect().withRandom(new SecureRandom() {
            private static final long serialVersionUID = 1L;

            @Override
            public void nextBytes(byte[] bytes) {
                Arrays.fill(bytes, (byte) 5);
            }
        });
        byte[] fives = new byte[32];
        Arrays.fill(fives, (byte) 5);
        assertThat(engine.randomBytes(32)).isEqualTo(fives);
        assertThat(engine.ed25519().generate().seed()).isEqualTo(fives);
        assertThat(engine.x25519().generate().raw()).isEqualTo(fives);
    }

    @Test
    void randomBytesDiffer() {
        CryptoEngine engine = CryptoEngine.detect();
        assertThat(engine.randomBytes(16)).hasSize(16).isNotEqualTo(engine.randomBytes(16));
    }
}
