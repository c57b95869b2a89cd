package network.constellation.keys.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import network.constellation.keys.Vectors;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.Digests;
import network.constellation.keys.provider.Engines.WithEachEngine;
import network.constellation.keys.testing.TestingKeys;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateMakerTest {
    private static final Wwwroot SITE = Wwwroot.of("https://a.example.org/learn");
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final byte[] OFFER = Digests.sha256(new byte[] {1});

    private final CryptoEngine engine = CryptoEngine.detect();

    @WithEachEngine
    void hasTheFormThatMoodleMakes(CryptoEngine each) throws Exception {
        X509Certificate made = jdk(make(each, SITE, "Site A", Optional.empty()));
        assertThat(made.getVersion()).isEqualTo(3);
        assertThat(made.getSerialNumber()).isEqualTo(BigInteger.ZERO);
        assertThat(made.getSigAlgName()).isEqualTo("SHA256withRSA");
        assertThat(made.getBasicConstraints()).isEqualTo(Integer.MAX_VALUE);
        assertThat(made.getCriticalExtensionOIDs()).containsExactly("2.5.29.19");
        assertThat(made.getNonCriticalExtensionOIDs()).containsExactlyInAnyOrder("2.5.29.14", "2.5.29.35");
        assertThat(made.getNotBefore()).isEqualTo(NOW);
        assertThat(made.getNotAfter()).isEqualTo(NOW.plus(CertificateMaker.DEFAULT_LIFETIME));
        assertThat(made.getIssuerX500Principal()).isEqualTo(made.getSubjectX500Principal());
        assertThat(made.getSubjectX500Principal().getName("RFC1779"))
                .startsWith("OID.1.2.840.113549.1.9.1=noreply@a.example.org")
                .endsWith("CN=https://a.example.org/learn, OU=Moodle, O=Site A, L=Wellington, ST=Wellington, C=NZ");
    }

    @Test
    void hasTheSameTagsInTheSameOrderAsAGenuineOne() {
        for (Path file : Vectors.required().certificates()) {
            byte[] genuine = Pem.readAll(Vectors.text(file)).get(0).content();
            byte[] ours = make(engine, SITE, "Site A", Optional.empty()).encoded();
            assertThat(shape(ours)).as(file.toString()).isEqualTo(shape(genuine));
        }
    }

    @Test
    void theOfferIsANonCriticalExtensionThatComesLast() throws Exception {
        SiteCertificate made = make(engine, SITE, "Site A", Optional.of(OFFER));
        assertThat(made.offerHash()).hasValue(OFFER);
        X509Certificate certificate = jdk(made);
        assertThat(certificate.getCriticalExtensionOIDs()).containsExactly("2.5.29.19");
        assertThat(certificate.getNonCriticalExtensionOIDs()).contains(OfferExtension.OID.getId());
        assertThat(make(engine, SITE, "Site A", Optional.empty()).offerHash()).isEmpty();
    }

    @Test
    void longNamesAreCutWhereTheOriginalsCutThem() throws Exception {
        Wwwroot root =
                Wwwroot.of("https://a-rather-long-host-name.example.org/and/a/path/that/goes/on/and/on/for/long");
        SiteCertificate made = make(engine, root, "é".repeat(100), Optional.empty());
        made.checkBelongsTo(root);
        assertThat(made.wwwroot()).hasValue(root);
        String subject = jdk(made).getSubjectX500Principal().getName();
        assertThat(subject)
                .contains("CN=" + root.value().substring(0, 64) + ",")
                .contains("O=" + "é".repeat(64) + ",");
    }

    @Test
    void theLifetimeIsSettable() {
        SiteCertificate made = new CertificateMaker(engine)
                .selfSigned(
                        SITE,
                        CertificateSubject.named("A", SITE),
                        new TestingKeys(engine).rsa(),
                        NOW,
                        Duration.ofDays(365),
                        Optional.empty());
        assertThat(made.notAfter()).isEqualTo(NOW.plus(Duration.ofDays(365)));
        assertThatThrownBy(() -> new CertificateMaker(engine)
                        .selfSigned(
                                SITE,
                                CertificateSubject.named("A", SITE),
                                new TestingKeys(engine).rsa(),
                                NOW,
                                Duration.ofMillis(500),
                                Optional.empty()))
                .hasMessageContaining("lifetime");
    }

    @Test
    void timesBeyond2049AreWritten() {
        SiteCertificate made = new CertificateMaker(engine)
                .selfSigned(
                        SITE,
                        CertificateSubject.named("A", SITE),
                        new TestingKeys(engine).rsa(),
                        NOW,
                        Duration.ofDays(40 * 365),
                        Optional.empty());
        assertThat(made.notAfter()).isEqualTo(NOW.plus(Duration.ofDays(40 * 365)));
    }

    @Test
    void subjectsAreValidated() {
        assertThatThrownBy(() -> new CertificateSubject("nz", "a", "b", "c", "d", "e@f"))
                .hasMessageContaining("two capital letters");
        assertThatThrownBy(() -> new CertificateSubject("NZ", " ", "b", "c", "d", "e@f"))
                .hasMessageContaining("state");
        assertThatThrownBy(() -> new CertificateSubject("NZ", "a", "b", "c", "d", "é@f"))
                .hasMessageContaining("ASCII");
        assertThat(CertificateSubject.named("  ", SITE).organization()).isEqualTo("a.example.org");
        assertThat(CertificateSubject.named("A", Wwwroot.of("http://[::1]:8080"))
                        .email())
                .isEqualTo("noreply@localhost");
    }

    @Test
    void opensslReadsAndVerifiesIt(@TempDir Path folder) throws Exception {
        SiteCertificate made = make(engine, SITE, "Site A", Optional.of(OFFER));
        Path file = folder.resolve("cert.pem");
        Files.writeString(file, made.pem());
        String text = run(
                "openssl",
                "x509",
                "-in",
                file.toString(),
                "-noout",
                "-text",
                "-fingerprint",
                "-sha256",
                "-nameopt",
                "oneline");
        assertThat(text)
                .contains("Serial Number: 0 (0x0)")
                .contains("subjectAltName = https://a.example.org/learn, emailAddress = noreply@a.example.org")
                .contains("CA:TRUE")
                .contains(OfferExtension.OID.getId());
        assertThat(text.replace(":", "").toLowerCase(Locale.ROOT))
                .contains(HexFormat.of().formatHex(made.sha256()));
        assertThat(run(
                        "openssl",
                        "verify",
                        "-no_check_time",
                        "-check_ss_sig",
                        "-CAfile",
                        file.toString(),
                        file.toString()))
                .contains(": OK");
    }

    private static SiteCertificate make(CryptoEngine engine, Wwwroot root, String name, Optional<byte[]> offer) {
        return new CertificateMaker(engine)
                .selfSigned(
                        root,
                        CertificateSubject.named(name, root),
                        new TestingKeys(engine).rsa(),
                        NOW,
                        CertificateMaker.DEFAULT_LIFETIME,
                        offer);
    }

    private static X509Certificate jdk(SiteCertificate made) throws Exception {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(made.encoded()));
    }

    /** The kinds of everything inside the signed part, without the values: tags, object identifiers aside. */
    private static List<String> shape(byte[] certificate) {
        List<String> kinds = new ArrayList<>();
        ASN1Sequence whole = ASN1Sequence.getInstance(certificate);
        TBSCertificate signed = TBSCertificate.getInstance(whole.getObjectAt(0));
        describe(signed.getSubject().toASN1Primitive(), kinds);
        for (var oid : signed.getExtensions().getExtensionOIDs()) {
            var extension = signed.getExtensions().getExtension(oid);
            kinds.add(oid + " critical " + extension.isCritical());
            describe(ASN1Primitive.class.cast(extension.getParsedValue().toASN1Primitive()), kinds);
        }
        kinds.add("serial " + signed.getSerialNumber());
        kinds.add("start " + signed.getStartDate().toASN1Primitive().getClass());
        return kinds;
    }

    private static void describe(ASN1Primitive value, List<String> kinds) {
        kinds.add(
                value instanceof ASN1ObjectIdentifier
                        ? value.toString()
                        : value.getClass().getSimpleName().replaceFirst("^(DER|DL)", ""));
        if (value instanceof ASN1Sequence sequence) {
            for (ASN1Encodable each : sequence) {
                describe(each.toASN1Primitive(), kinds);
            }
        } else if (value instanceof ASN1Set set) {
            for (ASN1Encodable each : set) {
                describe(each.toASN1Primitive(), kinds);
            }
        } else if (value instanceof ASN1TaggedObject tagged) {
            kinds.add("tag " + tagged.getTagNo());
        }
    }

    private static String run(String... command) throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(output).isZero();
            return output;
        } catch (IOException noOpenssl) {
            Assumptions.abort("openssl is not installed");
            return "";
        }
    }
}
