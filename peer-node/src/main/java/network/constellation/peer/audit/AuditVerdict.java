package network.constellation.peer.audit;

import java.util.OptionalLong;

/**
 * What a check of the chain found.
 *
 * @param lines how many lines were read
 * @param brokenAt the first line that does not fit, if any
 * @param sentence what was found, for a person
 */
public record AuditVerdict(boolean intact, long lines, OptionalLong brokenAt, String sentence) {}
