package network.constellation.keys.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import network.constellation.keys.Vectors;
import network.constellation.keys.identity.PrivateBundle;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.Engines.WithEachEngine;
import network.constellation.keys.provider.RsaPrivateKey;

/** The primitives against messages that PHP and OpenSSL made. Envelopes as such are the matter of protocol. */
class LegacyVectorsTest {
    private static final Pattern CIPHER_VALUE = Pattern.compile("<CipherValue>([^<]*)</CipherValue>");
    private static final Pattern SIGNATURE = Pattern.compile("<SignatureValue>([^<]*)</SignatureValue>");
    private static final Pattern OBJECT = Pattern.compile("<object ID=\"XMLRPC-MSG\">([^<]*)</object>");

    @WithEachEngine
    void genuineMessagesOpenWithExactlyOneKey(CryptoEngine engine) {
        LegacyCrypto legacy = new LegacyCrypto(engine);
        List<RsaPrivateKey> keys = keys();
        int opened = 0;
        for (Path exchange : genuine()) {
            for (String side : new String[] {"request", "response"}) {
                Path sealed = exchange.resolve(side + ".enc.xml");
                Path signed = exchange.resolve(side + ".signed.xml");
                if (!Files.exists(sealed) || !Files.exists(signed)) {
                    continue;
                }
                List<byte[]> values = values(CIPHER_VALUE, Vectors.text(sealed));
                String expected = Vectors.text(signed);
                long fitting = keys.stream()
                        .filter(key -> text(legacy.rc4(legacy.unwrap(key, values.get(1)), values.get(0)))
                                .equals(expected))
                        .count();
                assertThat(fitting).as(sealed.toString()).isEqualTo(1);
                opened++;
            }
        }
        assertThat(opened).isGreaterThan(50);
    }

    @WithEachEngine
    void genuineSignaturesVerifyWithExactlyOneKey(CryptoEngine engine) {
        LegacyCrypto legacy = new LegacyCrypto(engine);
        List<RsaPrivateKey> keys = keys();
        int verified = 0;
        for (Path exchange : genuine()) {
            for (String side : new String[] {"request", "response"}) {
                Path signed = exchange.resolve(side + ".signed.xml");
                if (!Files.exists(signed)) {
                    continue;
                }
                String envelope = Vectors.text(signed);
                byte[] signature = values(SIGNATURE, envelope).get(0);
                byte[] payload = values(OBJECT, envelope).get(0);
                assertThat(keys.stream().filter(key -> legacy.verify(key.publicKey(), payload, signature)))
                        .as(signed.toString())
                        .hasSize(1);
                verified++;
            }
        }
        assertThat(verified).isGreaterThan(50);
    }

    /** Without the vectors that are wrong on purpose. */
    private static List<Path> genuine() {
        return Vectors.required().exchanges().stream()
                .filter(each -> each.getFileName().toString().matches("m(311|42|ahara)-.*"))
                .toList();
    }

    private static List<RsaPrivateKey> keys() {
        return Vectors.required().privateKeys().stream()
                .map(file -> PrivateBundle.parse(Vectors.text(file)).rsa())
                .toList();
    }

    private static List<byte[]> values(Pattern pattern, String envelope) {
        List<byte[]> values = new ArrayList<>();
        Matcher matcher = pattern.matcher(envelope);
        while (matcher.find()) {
            values.add(Base64.getMimeDecoder().decode(matcher.group(1)));
        }
        return values;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
