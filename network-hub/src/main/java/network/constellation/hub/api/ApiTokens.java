package network.constellation.hub.api;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.Digests;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.web.Visitor;
import network.constellation.peer.web.Visitors;

/**
 * Tokens of the HTTP interface: made by administrators, shown once, found by their eight letters and compared in constant
 * time by the SHA-256 of their 256 random bits. A token ends with its time, by being revoked, and when its owner is no
 * longer an administrator here. Thread-safe.
 */
@Singleton
public final class ApiTokens {
    /** How long a token is good at most. */
    public static final Duration LONGEST = Duration.ofDays(400);

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,59}");
    private static final Pattern TOKEN = Pattern.compile("chub_([0-9a-f]{8})_([A-Za-z0-9_-]{43})");

    private final ApiTokenStore store;
    private final Visitors visitors;
    private final CryptoEngine crypto;
    private final Audit audit;
    private final Clock clock;

    @Inject
    ApiTokens(ApiTokenStore store, Visitors visitors, CryptoEngine crypto, Audit audit, Clock clock) {
        this.store = store;
        this.visitors = visitors;
        this.crypto = crypto;
        this.audit = audit;
        this.clock = clock;
    }

    /** A token of an administrator's. @throws ApiRefusedException with a sentence; nothing was made */
    public IssuedToken create(String name, Set<ApiScope> scopes, Duration life, Visitor owner) {
        return create(name, scopes, life, owner.username(), Optional.of(owner.id()));
    }

    /** A token made beside the data. @throws ApiRefusedException with a sentence; nothing was made */
    public IssuedToken create(String name, Set<ApiScope> scopes, Duration life, String owner) {
        return create(name, scopes, life, owner, Optional.empty());
    }

    private IssuedToken create(String name, Set<ApiScope> scopes, Duration life, String owner, Optional<Long> ownerId) {
        String label = name.strip();
        if (!NAME.matcher(label).matches()) {
            throw new ApiRefusedException(
                    "A token's name has 1 to 60 letters, digits, blanks, points, hyphens or underscores.");
        }
        if (scopes.isEmpty()) {
            throw new ApiRefusedException(
                    "A token is good for something: choose from " + String.join(", ", ApiScope.labels()) + ".");
        }
        if (life.compareTo(Duration.ofMinutes(1)) < 0 || life.compareTo(LONGEST) > 0) {
            throw new ApiRefusedException("A token lives from 1 minute to " + LONGEST.toDays() + " days.");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        if (list().stream().anyMatch(other -> other.name().equals(label) && other.inForce(now))) {
            throw new ApiRefusedException(
                    "There is a token \"" + label + "\" in force; revoke it or choose another name.");
        }
        String id = HexFormat.of().formatHex(crypto.randomBytes(4));
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(crypto.randomBytes(32));
        ApiToken token = new ApiToken(id, label, owner, ownerId.orElse(null), scopes, now, now.plus(life), null, null);
        store.insert(token, hash(secret));
        audit.record(AuditEvent.done("api.token-created", owner)
                .with("token", label)
                .with(
                        "scopes",
                        String.join(
                                " ",
                                token.scopes().stream().map(ApiScope::label).toList()))
                .with("expires", token.expiresAt().toString()));
        return new IssuedToken(token, "chub_" + id + "_" + secret);
    }

    /** Newest first, with those that are over. */
    public List<ApiToken> list() {
        return store.all();
    }

    /**
     * Ends a token at once.
     *
     * @param nameOrId the name of one in force, or the eight letters
     * @throws ApiRefusedException when there is none
     */
    public ApiToken revoke(String nameOrId, String actor) {
        Instant now = clock.instant();
        ApiToken token = list().stream()
                .filter(one -> one.inForce(now))
                .filter(one -> one.id().equals(nameOrId) || one.name().equals(nameOrId))
                .findFirst()
                .orElseThrow(() -> new ApiRefusedException(
                        "There is no token \"" + nameOrId + "\" in force; `hub token list` shows them."));
        store.revoke(token.id(), now);
        audit.record(AuditEvent.done("api.token-revoked", actor).with("token", token.name()));
        return token;
    }

    /** The token of this text when it is in force and its owner may still use it. */
    Optional<ApiToken> find(String text) {
        Matcher shape = TOKEN.matcher(text);
        if (!shape.matches()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        return store.find(shape.group(1))
                .filter(row -> Digests.equal(row.hash(), hash(shape.group(2))))
                .map(ApiTokenStore.Row::token)
                .filter(token -> token.inForce(now) && ownerMay(token));
    }

    /** Written at most once a minute. */
    void used(ApiToken token) {
        Instant now = clock.instant();
        Instant last = token.lastUsedAt();
        if (last == null || last.plusSeconds(60).isBefore(now)) {
            store.used(token.id(), now);
        }
    }

    private boolean ownerMay(ApiToken token) {
        Long owner = token.ownerId();
        return owner == null
                || visitors.find(owner).filter(Visitor::siteAdministrator).isPresent();
    }

    private static byte[] hash(String secret) {
        return Digests.sha256(secret.getBytes(StandardCharsets.UTF_8));
    }
}
