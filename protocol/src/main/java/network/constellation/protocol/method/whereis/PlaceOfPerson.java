package network.constellation.protocol.method.whereis;

import java.time.Instant;

/**
 * Where somebody is signed in.
 *
 * @param site the answering site, or another one to which it sent its own user
 * @param since when the session began there
 * @param seen when something was last seen of it by the answering site
 */
public record PlaceOfPerson(String site, Instant since, Instant seen) {}
