package network.constellation.keys.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigInteger;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import network.constellation.keys.Vectors;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.certificate.CertificateRefusedException.Reason;
import network.constellation.keys.identity.PrivateBundle;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.RsaPrivateKey;
import network.constellation.keys.testing.TestingKeys;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SiteCertificateTest {
    private static final Wwwroot SITE = Wwwroot.of("https://a.example.org");
    private static final Wwwroot LONG =
            Wwwroot.of("https://a.example.org/a/path/that/is/so/long/that/it/does/not/fit/into/a/name");
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final CryptoEngine ENGINE = CryptoEngine.detect();
    private static final SiteCertificate GOOD = new CertificateMaker(ENGINE)
            .selfSigned(
                    SITE,
                    CertificateSubject.named("Site A", SITE),
                    new TestingKeys(ENGINE).rsa(),
                    NOW,
                    CertificateMaker.DEFAULT_LIFETIME,
                    Optional.empty());

    private final TestingKeys keys = new TestingKeys(ENGINE);

    @Test
    void genuineCertificatesAreReadAndBelongToTheirSites() throws Exception {
        Map<String, String> sites = Map.of(
                "peer-a", "https://moodle-a.example.org",
                "peer-b", "http://moodle-b.example.net/learn",
                "peer-c", "https://stranger.example.com",
                "peer-m", "https://mahara.example.edu",
                "site-a", "http://site-a.localhost:8091",
                "site-b", "http://site-b.localhost:8092");
        for (Path file : Vectors.required().certificates()) {
            String pem = Vectors.text(file);
            SiteCertificate read = SiteCertificate.parseCanonical(pem);
            assertThat(read.pem()).isEqualTo(pem);
            Wwwroot site = Wwwroot.of(sites.get(file.getFileName().toString().substring(0, 6)));
            read.checkBelongsTo(site);
            assertThat(read.wwwroot()).hasValue(site);
            assertThat(read.offerHash()).isEmpty();
            assertThat(read.notBefore()).isBefore(read.notAfter());
        }
    }

    @Test
    void genuinePrivateKeysBelongToTheirCertificates() throws Exception {
        for (Path file : Vectors.required().privateKeys()) {
            RsaPrivateKey key = PrivateBundle.parse(Vectors.text(file)).rsa();
            SiteCertificate certificate = SiteCertificate.parse(Vectors.text(Vectors.certificateOf(file)));
            assertThat(key.publicKey()).as(file.toString()).isEqualTo(certificate.publicKey());
        }
    }

    @Test
    void aPersonMaySupplyItInAnyPemForm() throws Exception {
        String pem = GOOD.pem();
        String oneLine = "-----BEGIN CERTIFICATE-----\n"
                + pem.lines().filter(line -> !line.startsWith("-")).reduce("", String::concat)
                + "\n-----END CERTIFICATE-----";
        for (String typed : new String[] {pem.replace("\n", "\r\n"), oneLine, "\n\n" + pem + "\n", pem.strip()}) {
            assertThat(SiteCertificate.parse(typed)).isEqualTo(GOOD).hasSameHashCodeAs(GOOD);
            assertThat(SiteCertificate.parse(typed).pem()).isEqualTo(pem);
            assertRefused(Reason.NOT_CANONICAL, () -> SiteCertificate.parseCanonical(typed));
        }
    }

    @Test
    void whatIsNoCertificateIsRefused() {
        for (String text : new String[] {
            "",
            "hello",
            "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n",
            Pem.write("CERTIFICATE", new byte[] {0x30, 0x00}),
            Pem.write("PUBLIC KEY", GOOD.encoded()),
            GOOD.pem() + GOOD.pem(),
            GOOD.pem().replace("-----END", "----END"),
            GOOD.pem().replace("M", "*")
        }) {
            assertRefused(Reason.UNREADABLE, () -> SiteCertificate.parse(text));
        }
        byte[] longer = Arrays.copyOf(GOOD.encoded(), GOOD.encoded().length + 1);
        assertRefused(Reason.UNREADABLE, () -> SiteCertificate.ofDer(longer));
    }

    @Property(tries = 150)
    void anyChangedBitIsNoticed(@ForAll @IntRange(max = 6000) int bit) {
        byte[] changed = GOOD.encoded();
        changed[bit / 8 % changed.length] ^= (byte) (1 << bit % 8);
        CertificateRefusedException refused =
                catchThrowableOfType(CertificateRefusedException.class, () -> SiteCertificate.ofDer(changed));
        assertThat(refused).isNotNull();
        assertThat(refused.reason()).isIn(Reason.UNREADABLE, Reason.NOT_SELF_SIGNED, Reason.WEAK_KEY);
    }

    @Test
    void signedByAnotherKeyIsRefused() throws Exception {
        byte[] foreign = certificate(keys.rsa(), keys.rsa(), name(SITE.value(), SITE.value()), null);
        assertRefused(Reason.NOT_SELF_SIGNED, () -> SiteCertificate.ofDer(foreign));
    }

    @Test
    void smallAndForeignKeysAreRefused() throws Exception {
        KeyPairGenerator small = KeyPairGenerator.getInstance("RSA");
        small.initialize(1024);
        var pair = small.generateKeyPair();
        byte[] weak = certificate(
                pair.getPublic().getEncoded(),
                pair.getPrivate(),
                "SHA256withRSA",
                name(SITE.value(), SITE.value()),
                null);
        assertRefused(Reason.WEAK_KEY, () -> SiteCertificate.ofDer(weak));
        KeyPairGenerator elliptic = KeyPairGenerator.getInstance("EC");
        elliptic.initialize(256);
        var other = elliptic.generateKeyPair();
        byte[] notRsa = certificate(
                other.getPublic().getEncoded(),
                other.getPrivate(),
                "SHA256withECDSA",
                name(SITE.value(), SITE.value()),
                null);
        assertRefused(Reason.WEAK_KEY, () -> SiteCertificate.ofDer(notRsa));
    }

    @Test
    void theThreeFindingsOfMoodleAreToldApart() throws Exception {
        assertBelongs(Reason.WRONG_ADDRESS, 5, name(SITE.value(), SITE.value() + "/"), SITE);
        assertBelongs(Reason.WRONG_ADDRESS, 5, name(SITE.value(), "http://a.example.org"), SITE);
        assertBelongs(Reason.WRONG_NAME, 4, name("https://A.example.org", SITE.value()), SITE);
        assertBelongs(Reason.WRONG_NAME, 4, name("https://b.example.org"), SITE);
        assertBelongs(Reason.WRONG_NAME, 4, name(LONG.value(), LONG.value()), LONG);
        assertThat(Reason.UNREADABLE.code()).isEqualTo(3);
    }

    @Test
    void namesThatComeTwiceAreRefused() throws Exception {
        assertBelongs(
                Reason.WRONG_ADDRESS,
                5,
                name(SITE.value(), SITE.value())
                        .addRDN(SubjectName.ALTERNATIVE_NAME, new DERUTF8String("https://b.example.org")),
                SITE);
        assertBelongs(
                Reason.WRONG_NAME,
                4,
                name(SITE.value(), SITE.value()).addRDN(BCStyle.CN, new DERUTF8String("https://b.example.org")),
                SITE);
    }

    @Test
    void withoutAlternativeNameTheCommonNameCounts() throws Exception {
        SiteCertificate whole = read(name(SITE.value()));
        whole.checkBelongsTo(SITE);
        assertThat(whole.wwwroot()).hasValue(SITE);
        SiteCertificate cut = read(name(LONG.value().substring(0, 64)));
        cut.checkBelongsTo(LONG);
        assertThat(cut.wwwroot()).as("the name may be cut off").isEmpty();
        assertThat(read(name("not an address")).wwwroot()).isEmpty();
    }

    @Test
    void anUnreadableOfferIsNotTakenForNone() throws Exception {
        for (byte[] bad : new byte[][] {{}, {1, 2, 3}, new DEROctetString(new byte[31]).getEncoded()}) {
            RsaPrivateKey key = keys.rsa();
            byte[] encoded = certificate(key, key, name(SITE.value(), SITE.value()), bad);
            assertRefused(Reason.UNREADABLE, () -> SiteCertificate.ofDer(encoded));
        }
    }

    @Test
    void unknownExtensionsDoNotMatter() throws Exception {
        RsaPrivateKey key = keys.rsa();
        X509v3CertificateBuilder builder = builder(key.publicKey().encoded(), name(SITE.value(), SITE.value()));
        builder.addExtension(new ASN1ObjectIdentifier("1.2.3.4.5"), false, new byte[] {5, 0});
        SiteCertificate read = SiteCertificate.ofDer(signed(builder, privateKey(key), "SHA1withRSA"));
        read.checkBelongsTo(SITE);
    }

    @Test
    void digestsAreThoseOfTheEncoding() {
        assertThat(GOOD.sha256()).hasSize(32);
        assertThat(GOOD.sha1()).hasSize(20);
        assertThat(GOOD.toString()).contains(SITE.value());
    }

    private void assertBelongs(Reason reason, int code, X500NameBuilder name, Wwwroot wwwroot) throws Exception {
        SiteCertificate read = read(name);
        CertificateRefusedException refused = assertRefused(reason, () -> read.checkBelongsTo(wwwroot));
        assertThat(refused.reason().code()).isEqualTo(code);
        assertThat(read.wwwroot()).isNotEqualTo(Optional.of(wwwroot));
    }

    private static CertificateRefusedException assertRefused(Reason reason, ThrowingCallable doing) {
        CertificateRefusedException refused = catchThrowableOfType(CertificateRefusedException.class, doing);
        assertThat(refused).isNotNull();
        assertThat(refused.reason()).isEqualTo(reason);
        assertThat(refused.sentence()).endsWith(".").doesNotContain("null");
        return refused;
    }

    private SiteCertificate read(X500NameBuilder name) throws Exception {
        RsaPrivateKey key = keys.rsa();
        return SiteCertificate.ofDer(certificate(key, key, name, null));
    }

    private static X500NameBuilder name(String commonName, String... alternativeNames) {
        X500NameBuilder name = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, new DERUTF8String(commonName));
        for (String each : alternativeNames) {
            name.addRDN(SubjectName.ALTERNATIVE_NAME, new DERUTF8String(each));
        }
        return name;
    }

    private static byte[] certificate(
            RsaPrivateKey owner, RsaPrivateKey signer, X500NameBuilder name, byte @Nullable [] offer) throws Exception {
        return certificate(owner.publicKey().encoded(), privateKey(signer), "SHA256withRSA", name, offer);
    }

    private static byte[] certificate(
            byte[] publicKey, PrivateKey signer, String algorithm, X500NameBuilder name, byte @Nullable [] offer)
            throws Exception {
        X509v3CertificateBuilder builder = builder(publicKey, name);
        if (offer != null) {
            builder.addExtension(OfferExtension.OID, false, offer);
        }
        return signed(builder, signer, algorithm);
    }

    private static X509v3CertificateBuilder builder(byte[] publicKey, X500NameBuilder name) {
        return new X509v3CertificateBuilder(
                name.build(),
                BigInteger.ONE,
                Date.from(NOW),
                Date.from(NOW.plusSeconds(60)),
                Locale.ROOT,
                name.build(),
                SubjectPublicKeyInfo.getInstance(publicKey));
    }

    private static byte[] signed(X509v3CertificateBuilder builder, PrivateKey signer, String algorithm)
            throws Exception {
        return builder.build(new JcaContentSignerBuilder(algorithm).build(signer))
                .getEncoded();
    }

    private static PrivateKey privateKey(RsaPrivateKey key) throws Exception {
        return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key.pkcs8()));
    }
}
