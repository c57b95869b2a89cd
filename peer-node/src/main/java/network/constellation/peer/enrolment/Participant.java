package network.constellation.peer.enrolment;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * One of our users in a course of another site, as that site tells.
 *
 * @param userId the account here; empty when there is none of that name any more
 * @param role short name there
 * @param method how they came into the course; only {@code mnet} can be ended from here
 */
public record Participant(
        OptionalLong userId, String username, String fullName, String role, String method, Instant since) {}
