package network.constellation.peer.peers;

import java.time.Duration;
import java.util.List;
import network.constellation.peer.addresses.AddressRange;

/**
 * A tenant's rules for the network: section {@code net} of the configuration.
 *
 * @param acceptAllHosts whether a stranger's key swap makes it a peer at once; off, it waits for an administrator
 * @param trustedPlaintextAddresses from where signed but unencrypted read-only calls are accepted
 * @param allowAddresses ranges beyond the public internet that may be connected to, for every peer
 * @param allowHttp whether peers without TLS may be called, for every peer; for test networks
 * @param legacySuite who may speak the legacy suite
 * @param staleTimestamp what becomes of a legacy message whose unsigned time is far off
 * @param keyLifetime how long new keys of our own are valid
 * @param keyRenewal how long before their end they are replaced, 72 hours unless set (network-admin.md 2.4)
 * @param keyRenewalAutomatic whether they are replaced by themselves; off, only when somebody asks
 * @param keyRenewalWindow the time of day, UTC, in which that happens, such as {@code 02:00-05:00}; keys that would not
 *     live to see it are replaced at once
 */
public record NetConfig(
        boolean acceptAllHosts,
        List<String> trustedPlaintextAddresses,
        List<String> allowAddresses,
        boolean allowHttp,
        LegacyRule legacySuite,
        StaleRule staleTimestamp,
        Duration keyLifetime,
        Duration keyRenewal,
        boolean keyRenewalAutomatic,
        String keyRenewalWindow) {

    /** Who may speak the legacy suite. */
    public enum LegacyRule {
        ALLOWED,
        /** Only peers that an administrator set to {@code --suite legacy}. */
        LISTED_PEERS,
        OFF
    }

    /** What becomes of a stale legacy message. */
    public enum StaleRule {
        /** Answered, as the originals do: the timestamp is not signed. */
        ACCEPT,
        REFUSE
    }

    public NetConfig {
        AddressRange.parseAll(trustedPlaintextAddresses);
        AddressRange.parseAll(allowAddresses);
        DayWindow.parse(keyRenewalWindow);
    }

    static NetConfig defaults() {
        return new NetConfig(
                false,
                List.of(),
                List.of(),
                false,
                LegacyRule.ALLOWED,
                StaleRule.ACCEPT,
                Duration.ofDays(365),
                Duration.ofHours(72),
                true,
                "02:00-05:00");
    }
}
