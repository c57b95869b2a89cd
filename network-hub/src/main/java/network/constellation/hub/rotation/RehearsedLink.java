package network.constellation.hub.rotation;

import java.time.Instant;
import network.constellation.keys.address.Wwwroot;
import network.constellation.protocol.method.rotation.RehearsedPing.Outcome;

/** One direction of a link in the rehearsal report. @param detail for administrators, empty when all is well */
public record RehearsedLink(Wwwroot from, Wwwroot to, Outcome outcome, String detail, int millis, Instant at) {}
