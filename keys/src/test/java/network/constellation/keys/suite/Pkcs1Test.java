package network.constellation.keys.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class Pkcs1Test {
    private static final int LENGTH = 256;
    private static final byte[] SUBSTITUTE = new byte[16];

    static {
        Arrays.fill(SUBSTITUTE, (byte) 0xa5);
    }

    @Property(tries = 300)
    void aGoodBlockGivesItsSecret(@ForAll("secrets") byte[] secret, @ForAll("paddings") byte[] padding) {
        assertThat(Pkcs1.decode(block(padding, secret), SUBSTITUTE, 1)).isEqualTo(secret);
        assertThat(Pkcs1.decode(block(padding, secret), SUBSTITUTE, 0)).isEqualTo(SUBSTITUTE);
    }

    @Property(tries = 300)
    void aZeroAnywhereInThePaddingGivesTheSubstitute(
            @ForAll("secrets") byte[] secret,
            @ForAll("paddings") byte[] padding,
            @ForAll @IntRange(min = 2, max = 238) int at) {
        byte[] block = block(padding, secret);
        block[at] = 0;
        assertThat(Pkcs1.decode(block, SUBSTITUTE, 1)).isEqualTo(SUBSTITUTE);
    }

    @Property(tries = 300)
    void aWrongFrameGivesTheSubstitute(
            @ForAll("secrets") byte[] secret, @ForAll("paddings") byte[] padding, @ForAll byte wrong) {
        for (int at : new int[] {0, 1, 239}) {
            byte[] block = block(padding, secret);
            boolean stillRight = block[at] == wrong;
            block[at] = wrong;
            assertThat(Pkcs1.decode(block, SUBSTITUTE, 1)).isEqualTo(stillRight ? secret : SUBSTITUTE);
        }
    }

    @Provide
    Arbitrary<byte[]> secrets() {
        return Arbitraries.bytes().array(byte[].class).ofSize(16);
    }

    @Provide
    Arbitrary<byte[]> paddings() {
        return Arbitraries.bytes().filter(each -> each != 0).array(byte[].class).ofSize(LENGTH - 3 - 16);
    }

    private static byte[] block(byte[] padding, byte[] secret) {
        byte[] block = new byte[LENGTH];
        block[1] = 2;
        System.arraycopy(padding, 0, block, 2, padding.length);
        System.arraycopy(secret, 0, block, LENGTH - secret.length, secret.length);
        return block;
    }
}
