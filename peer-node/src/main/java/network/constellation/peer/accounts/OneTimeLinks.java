package network.constellation.peer.accounts;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.peer.web.session.Secrets;

/**
 * Links that let somebody choose a password once: the first administrator of a site, and whoever forgot theirs. 256
 * random bits; only a hash is stored. A newer link of the same person and purpose ends the older. Thread-safe.
 */
@Singleton
public final class OneTimeLinks {
    private static final int TOKEN_BYTES = 32;

    private final AccountsStore store;
    private final AccountsConfig config;
    private final CryptoEngine crypto;
    private final Clock clock;
    private final Wwwroot here;

    @Inject
    OneTimeLinks(AccountsStore store, AccountsConfig config, CryptoEngine crypto, Clock clock, Wwwroot here) {
        this.store = store;
        this.config = config;
        this.crypto = crypto;
        this.clock = clock;
        this.here = here;
    }

    /** What a link is for. */
    enum Purpose {
        SETUP,
        RESET
    }

    /** @param userId 0 for the administrator still to be */
    record Link(Purpose purpose, long userId, Instant expires) {}

    /** The whole URL by which the first administrator makes their account; shown once. */
    public String setup() {
        store.forgetLinks(Purpose.SETUP);
        return here.with(
                "/setup/" + issue(new Link(Purpose.SETUP, 0, clock.instant().plus(config.setupLife()))));
    }

    /** The whole URL by which this user chooses a new password. */
    public String reset(long userId) {
        store.forgetLinksOf(userId);
        return here.with("/password/reset/"
                + issue(new Link(Purpose.RESET, userId, clock.instant().plus(config.resetLife()))));
    }

    /** The link is good and was not used; it stays so. */
    Optional<Link> look(Purpose purpose, String token) {
        return store.link(Secrets.nameOf(token))
                .filter(link -> link.purpose() == purpose && clock.instant().isBefore(link.expires()));
    }

    /** As {@link #look}, and from now on it is used. */
    Optional<Link> use(Purpose purpose, String token) {
        return look(purpose, token).filter(link -> store.useLink(Secrets.nameOf(token)));
    }

    private String issue(Link link) {
        String token = HexFormat.of().formatHex(crypto.randomBytes(TOKEN_BYTES));
        store.addLink(link, Secrets.nameOf(token));
        return token;
    }
}
