package network.constellation.keys.provider;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both engines, so that a test is run by each: what one makes, the other must read. */
public final class Engines {
    private Engines() {}

    public static Stream<CryptoEngine> both() {
        return Stream.of(CryptoEngine.detect(), CryptoEngine.pureJava());
    }

    /** A test with a {@link CryptoEngine} parameter. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @ParameterizedTest(name = "{0}")
    @MethodSource("network.constellation.keys.provider.Engines#both")
    public @interface WithEachEngine {}
}
