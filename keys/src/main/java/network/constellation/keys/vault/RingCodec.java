package network.constellation.keys.vault;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import network.constellation.keys.certificate.CertificateRefusedException;
import network.constellation.keys.certificate.SiteCertificate;
import network.constellation.keys.identity.IdentityRefusedException;
import network.constellation.keys.identity.KeyStatement;
import network.constellation.keys.identity.KeySuccession;
import network.constellation.keys.identity.RecipientKey;
import network.constellation.keys.identity.RecipientKeyPair;
import network.constellation.keys.identity.SiteKeys;
import network.constellation.keys.provider.Ed25519PrivateKey;
import network.constellation.keys.provider.Ed25519PublicKey;
import network.constellation.keys.provider.FieldReader;
import network.constellation.keys.provider.FieldWriter;
import network.constellation.keys.provider.RsaPrivateKey;
import network.constellation.keys.provider.X25519PrivateKey;
import network.constellation.keys.ring.KeyRing;
import network.constellation.keys.ring.RevokedKeys;
import network.constellation.keys.ring.RingEvent;

/**
 * The two plaintexts of a vault: the ring without its recipient keys, and the recipient keys, which live 48 hours, go
 * into no backup and so must not be in the same file (protocol-security.md 1, rule 6).
 */
final class RingCodec {
    private static final String RING = "constellation:key-ring:1";
    private static final String KEYS = "constellation:site-keys:1";
    private static final String EVENT = "constellation:ring-event:1";
    private static final String REVOKED = "constellation:revoked-keys:1";
    private static final String RECIPIENTS = "constellation:recipient-keys:1";
    private static final String RECIPIENT = "constellation:recipient-key-pair:1";
    private static final int MANY = 100_000;

    private RingCodec() {}

    static byte[] writeRing(KeyRing ring) {
        return new FieldWriter(RING)
                .add(ring.revision())
                .add(ring.lastGeneration())
                .add(writeKeys(ring.current()))
                .addAll(ring.next().stream().map(RingCodec::writeKeys).toList())
                .addAll(ring.retired().stream().map(RingCodec::writeKeys).toList())
                .addAll(ring.revoked().stream().map(RingCodec::writeRevoked).toList())
                .addAll(ring.journal().stream().map(RingCodec::writeEvent).toList())
                .bytes();
    }

    /** The ring, its generations equipped with the recipient keys that are known for them. */
    static KeyRing readRing(byte[] plain, Map<Integer, List<RecipientKeyPair>> recipients)
            throws CertificateRefusedException, IdentityRefusedException {
        FieldReader in = new FieldReader(plain, RING);
        long revision = in.number();
        int lastGeneration = in.number(Integer.MAX_VALUE);
        SiteKeys current = readKeys(in.bytes(), recipients);
        List<SiteKeys> next = readAll(in.all(1), recipients);
        List<SiteKeys> retired = readAll(in.all(MANY), recipients);
        List<RevokedKeys> revoked =
                in.all(MANY).stream().map(RingCodec::readRevoked).toList();
        List<RingEvent> journal =
                in.all(MANY).stream().map(RingCodec::readEvent).toList();
        in.end();
        return new KeyRing(revision, lastGeneration, current, next.stream().findFirst(), retired, revoked, journal);
    }

    static byte[] writeRecipients(KeyRing ring) {
        List<SiteKeys> all = new ArrayList<>(List.of(ring.current()));
        ring.next().ifPresent(all::add);
        all.addAll(ring.retired());
        return new FieldWriter(RECIPIENTS)
                .addAll(all.stream()
                        .flatMap(keys -> keys.recipients().stream())
                        .map(pair -> new FieldWriter(RECIPIENT)
                                .add(pair.publicKey().encoded())
                                .add(pair.privateKey().raw())
                                .bytes())
                        .toList())
                .bytes();
    }

    static Map<Integer, List<RecipientKeyPair>> readRecipients(byte[] plain) throws IdentityRefusedException {
        Map<Integer, List<RecipientKeyPair>> byGeneration = new LinkedHashMap<>();
        FieldReader in = new FieldReader(plain, RECIPIENTS);
        for (byte[] each : in.all(MANY)) {
            FieldReader pair = new FieldReader(each, RECIPIENT);
            RecipientKey publicKey = RecipientKey.decode(pair.bytes());
            X25519PrivateKey privateKey = X25519PrivateKey.of(pair.bytes());
            pair.end();
            byGeneration
                    .computeIfAbsent(publicKey.generation(), generation -> new ArrayList<>())
                    .add(new RecipientKeyPair(publicKey, privateKey));
        }
        in.end();
        return byGeneration;
    }

    private static byte[] writeKeys(SiteKeys keys) {
        return new FieldWriter(KEYS)
                .add(keys.rsa().pkcs8())
                .add(keys.certificate().encoded())
                .add(keys.ed25519().seed())
                .add(keys.statement().encoded())
                .addAll(keys.successions().stream().map(KeySuccession::encoded).toList())
                .bytes();
    }

    private static SiteKeys readKeys(byte[] plain, Map<Integer, List<RecipientKeyPair>> recipients)
            throws CertificateRefusedException, IdentityRefusedException {
        FieldReader in = new FieldReader(plain, KEYS);
        RsaPrivateKey rsa = RsaPrivateKey.ofPkcs8(in.bytes());
        SiteCertificate certificate = SiteCertificate.ofDer(in.bytes());
        Ed25519PrivateKey ed25519 = Ed25519PrivateKey.ofSeed(in.bytes());
        KeyStatement statement = KeyStatement.decode(in.bytes());
        List<KeySuccession> successions = new ArrayList<>();
        for (byte[] each : in.all(MANY)) {
            successions.add(KeySuccession.decode(each));
        }
        in.end();
        return new SiteKeys(
                rsa,
                certificate,
                ed25519,
                statement,
                successions,
                recipients.getOrDefault(statement.generation(), List.of()));
    }

    private static List<SiteKeys> readAll(List<byte[]> plain, Map<Integer, List<RecipientKeyPair>> recipients)
            throws CertificateRefusedException, IdentityRefusedException {
        List<SiteKeys> all = new ArrayList<>();
        for (byte[] each : plain) {
            all.add(readKeys(each, recipients));
        }
        return all;
    }

    private static byte[] writeEvent(RingEvent event) {
        return new FieldWriter(EVENT)
                .add(event.at())
                .add(event.kind().name())
                .add(event.generation())
                .add(event.detail())
                .bytes();
    }

    private static RingEvent readEvent(byte[] plain) {
        FieldReader in = new FieldReader(plain, EVENT);
        RingEvent event =
                new RingEvent(in.instant(), RingEvent.Kind.valueOf(in.text()), in.number(Integer.MAX_VALUE), in.text());
        in.end();
        return event;
    }

    private static byte[] writeRevoked(RevokedKeys keys) {
        return new FieldWriter(REVOKED)
                .add(keys.generation())
                .add(keys.certificateSha256())
                .add(keys.ed25519().raw())
                .add(keys.at())
                .add(keys.reason())
                .bytes();
    }

    private static RevokedKeys readRevoked(byte[] plain) {
        FieldReader in = new FieldReader(plain, REVOKED);
        RevokedKeys keys = new RevokedKeys(
                in.number(Integer.MAX_VALUE), in.bytes(), Ed25519PublicKey.of(in.bytes()), in.instant(), in.text());
        in.end();
        return keys;
    }
}
