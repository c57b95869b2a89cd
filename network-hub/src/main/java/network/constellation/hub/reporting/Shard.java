package network.constellation.hub.reporting;

import java.time.Instant;
import network.constellation.keys.address.Wwwroot;
import network.constellation.protocol.method.reporting.SignedDay;

/**
 * One day's figures of one site, as it signed them.
 *
 * @param closed the day was over when they were made: they do not change any more
 * @param signer fingerprint of the site's keys, 64 hex digits
 * @param digest SHA-256 of what was signed, 64 hex digits
 * @param received when the hub got them
 */
public record Shard(
        Wwwroot site, SignedDay day, boolean closed, String timeZone, String signer, String digest, Instant received) {}
