package network.constellation.protocol.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToIntFunction;

/** Changes documents a little, at the places where parsers break. The same seed gives the same documents. */
final class Mutator {
    private static final List<byte[]> WORDS = List.of(
            bytes("<value>"),
            bytes("</value>"),
            bytes("<int>"),
            bytes("<struct>"),
            bytes("</struct>"),
            bytes("<array>"),
            bytes("<data>"),
            bytes("<member>"),
            bytes("<name>"),
            bytes("<nil/>"),
            bytes("<i8>"),
            bytes("<base64>"),
            bytes("<param>"),
            bytes("</params>"),
            bytes("<fault>"),
            bytes("<methodName>"),
            bytes("&#195;"),
            bytes("&#26;"),
            bytes("&#149;"),
            bytes("&#0;"),
            bytes("&#xD800;"),
            bytes("&amp;"),
            bytes("&x;"),
            bytes("<![CDATA["),
            bytes("]]>"),
            bytes("<!--"),
            bytes("<?x?>"),
            bytes("<!DOCTYPE a>"),
            bytes(" xmlns='urn:x'"),
            bytes(" xmlns:ds='u'"),
            bytes("ds:"),
            bytes("99999999999999999999"),
            bytes("-"),
            bytes("1e400"),
            bytes("/"),
            bytes("\""),
            bytes("="),
            bytes("<CipherValue>"),
            bytes("<SignatureValue/>"),
            bytes("<wwwroot>"),
            bytes("<object>"),
            bytes("A==="),
            new byte[] {0},
            new byte[] {(byte) 0xC3},
            new byte[] {(byte) 0xFF},
            new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});

    private final SplittableRandom random;
    private final List<byte[]> seeds;

    Mutator(long seed, List<byte[]> seeds) {
        this.random = new SplittableRandom(seed);
        this.seeds = seeds;
    }

    byte[] next() {
        byte[] document = pick(seeds);
        for (int i = random.nextInt(1, 5); i > 0; i--) {
            document = mutate(document);
        }
        return document;
    }

    private byte[] mutate(byte[] document) {
        int length = document.length;
        int from = length == 0 ? 0 : random.nextInt(length);
        int to = Math.min(length, from + random.nextInt(1, 60));
        return switch (random.nextInt(7)) {
            case 0 -> splice(document, from, from, pick(WORDS));
            case 1 -> splice(document, from, to, new byte[0]);
            case 2 -> splice(document, from, to, pick(WORDS));
            case 3 -> splice(document, from, from, part(document));
            case 4 -> splice(document, from, to, part(pick(seeds)));
            case 5 -> splice(document, from, length, new byte[0]);
            default ->
                length == 0 ? document : splice(document, from, from + 1, new byte[] {(byte) random.nextInt(256)});
        };
    }

    private byte[] part(byte[] document) {
        if (document.length == 0) {
            return document;
        }
        int from = random.nextInt(document.length);
        int to = Math.min(document.length, from + random.nextInt(1, 200));
        return Arrays.copyOfRange(document, from, to);
    }

    private static byte[] splice(byte[] document, int from, int to, byte[] instead) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(document.length + instead.length);
        out.write(document, 0, from);
        out.writeBytes(instead);
        out.write(document, to, document.length - to);
        return out.toByteArray();
    }

    private byte[] pick(List<byte[]> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    /**
     * Gives so many mutated documents to a probe.
     *
     * @return how much it accepted in all
     * @throws AssertionError with the document at which the probe threw
     */
    int run(int documents, ToIntFunction<byte[]> probe) {
        int accepted = 0;
        for (int i = 0; i < documents; i++) {
            byte[] document = next();
            try {
                accepted += probe.applyAsInt(document);
            } catch (RuntimeException | StackOverflowError | AssertionError broken) {
                throw new AssertionError(
                        "document " + i + ", base64: " + Base64.getEncoder().encodeToString(document), broken);
            }
        }
        return accepted;
    }
}
