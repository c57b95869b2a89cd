package network.constellation.protocol.keyswap;

import java.util.Optional;
import network.constellation.keys.address.InvalidAddressException;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.certificate.CertificateRefusedException;
import network.constellation.keys.certificate.SiteCertificate;
import network.constellation.keys.identity.IdentityRefusedException;
import network.constellation.keys.identity.ModernKeys;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.protocol.method.system.KeyswapOffer;

/**
 * The rules of {@code system/keyswap} with its modern offer (docs/protocol/modern-suite.md 8). The fourth parameter is
 * the PEM block of the caller's modern keys; only whoever sends one gets a bundle (certificate and block) back, so a
 * Moodle sees what it always saw. The certificate carries the hash of the offer: an offer that was stripped or
 * replaced on the way is noticed by {@link PublicIdentity}. Thread-safe.
 */
public final class KeySwap {
    private final CryptoEngine engine;

    public KeySwap(CryptoEngine engine) {
        this.engine = engine;
    }

    /** What we send. */
    public KeyswapOffer offer(PublicIdentity own, String application) {
        return new KeyswapOffer(
                own.wwwroot().value(),
                own.certificate().pem(),
                Optional.of(application),
                own.modern().map(ModernKeys::pem));
    }

    /** What we answer. */
    public String answer(PublicIdentity own, KeyswapOffer received) {
        return received.modernOffer().isPresent()
                ? own.bundle()
                : own.certificate().pem();
    }

    /**
     * What a caller says of itself, verified in itself: the certificate is its own and the modern keys are bound to it.
     * That it holds the private keys is shown by them; that it is who it says it is, is not.
     */
    public PublicIdentity read(KeyswapOffer received) throws KeySwapRefusedException {
        Wwwroot wwwroot = address(received.wwwroot());
        try {
            SiteCertificate certificate = SiteCertificate.parseCanonical(received.certificatePem());
            Optional<ModernKeys> modern = received.modernOffer().isPresent()
                    ? Optional.of(ModernKeys.parse(received.modernOffer().get()))
                    : Optional.empty();
            return PublicIdentity.of(engine, wwwroot, certificate, modern);
        } catch (CertificateRefusedException refused) {
            throw new KeySwapRefusedException(refused.reason().code(), String.valueOf(refused.getMessage()));
        } catch (IdentityRefusedException refused) {
            throw new KeySwapRefusedException(3, String.valueOf(refused.getMessage()));
        }
    }

    /**
     * What the site we asked answered: a certificate, or a bundle.
     *
     * @param asked the wwwroot whose endpoint we called: the rule of mnet-wire.md 2.2, not the weaker one of PHP
     */
    public PublicIdentity readAnswer(Wwwroot asked, String answer) throws KeySwapRefusedException {
        try {
            return PublicIdentity.parseBundle(engine, asked, answer);
        } catch (CertificateRefusedException refused) {
            throw new KeySwapRefusedException(refused.reason().code(), String.valueOf(refused.getMessage()));
        } catch (IdentityRefusedException refused) {
            throw new KeySwapRefusedException(3, String.valueOf(refused.getMessage()));
        }
    }

    /** How offered keys stand to what is known of that site. */
    public Finding compare(Optional<PublicIdentity> known, PublicIdentity offered) {
        if (known.isEmpty()) {
            return Finding.FIRST_CONTACT;
        }
        PublicIdentity old = known.get();
        if (!old.wwwroot().equals(offered.wwwroot())) {
            throw new IllegalArgumentException("Keys of two sites are not compared.");
        }
        if (old.modern().isEmpty()) {
            return compareWithLegacy(old, offered);
        }
        if (offered.modern().isEmpty()) {
            return Finding.DOWNGRADED;
        }
        ModernKeys before = old.modern().get();
        ModernKeys after = offered.modern().get();
        if (before.statement().equals(after.statement()) && old.certificate().equals(offered.certificate())) {
            return Finding.SAME;
        }
        if (after.statement().generation() <= before.statement().generation()) {
            return Finding.OUTDATED;
        }
        return after.succeeds(engine, before.ed25519()) ? Finding.VOUCHED : Finding.UNVOUCHED;
    }

    /**
     * What fault 7030 or 7031 brought: the peer's present bundle, in clear text. It is believed only as far as what we
     * know vouches for it, so that nobody in between can do more than make us look once.
     *
     * @return the keys to go on with; empty when the bundle brings nothing new that may be stored unasked
     */
    public Optional<PublicIdentity> refreshed(PublicIdentity known, String bundle) {
        try {
            PublicIdentity offered = readAnswer(known.wwwroot(), bundle);
            return switch (compare(Optional.of(known), offered)) {
                case SAME -> withLaterRecipientKey(known, offered);
                case VOUCHED -> Optional.of(offered);
                case FIRST_CONTACT, UPGRADED, UNVOUCHED, OUTDATED, DOWNGRADED -> Optional.empty();
            };
        } catch (KeySwapRefusedException notBelieved) {
            return Optional.empty();
        }
    }

    private static Optional<PublicIdentity> withLaterRecipientKey(PublicIdentity known, PublicIdentity offered) {
        Optional<ModernKeys> before = known.modern();
        Optional<ModernKeys> after = offered.modern();
        if (before.isEmpty() || after.isEmpty()) {
            return Optional.empty();
        }
        boolean other = !before.get().x25519().equals(after.get().x25519());
        boolean earlier = after.get()
                .recipientKey()
                .created()
                .isBefore(before.get().recipientKey().created());
        return other && !earlier ? Optional.of(offered) : Optional.empty();
    }

    private static Finding compareWithLegacy(PublicIdentity old, PublicIdentity offered) {
        boolean sameKey =
                old.certificate().publicKey().equals(offered.certificate().publicKey());
        if (old.certificate().equals(offered.certificate()) && offered.modern().isEmpty()) {
            return Finding.SAME;
        }
        return sameKey && offered.modern().isPresent() ? Finding.UPGRADED : Finding.UNVOUCHED;
    }

    private static Wwwroot address(String text) throws KeySwapRefusedException {
        try {
            return Wwwroot.of(text);
        } catch (InvalidAddressException refused) {
            throw new KeySwapRefusedException(3, String.valueOf(refused.getMessage()));
        }
    }
}
