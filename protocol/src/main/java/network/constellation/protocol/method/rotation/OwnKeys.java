package network.constellation.protocol.method.rotation;

import java.time.Instant;
import java.util.Optional;

/**
 * What a site says of its own keys.
 *
 * @param generation in use, counted from 1
 * @param bundle of the generation in use
 * @param nextBundle of the prepared generation, empty when there is none
 * @param overlapUntil until when messages to the generation before are opened; absent when no overlap goes on
 */
public record OwnKeys(
        int generation, String bundle, int nextGeneration, String nextBundle, Optional<Instant> overlapUntil) {}
