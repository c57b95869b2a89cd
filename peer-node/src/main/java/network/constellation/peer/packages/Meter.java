package network.constellation.peer.packages;

import java.time.Clock;
import java.time.Instant;

/** Counts what reading a package costs, and stops it at the limits. Belongs to one reading. */
final class Meter {
    private static final long MIB = 1024 * 1024;

    private final PackagesConfig limits;
    private final Clock clock;
    private final Instant until;
    private long members;
    private long expanded;
    private long sinceLook;

    Meter(PackagesConfig limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
        this.until = clock.instant().plus(limits.time());
    }

    void member(String name) throws RefusedSignal {
        if (++members > limits.members()) {
            throw new RefusedSignal(Refusal.TOO_MANY_MEMBERS, name, limits.members());
        }
        look(name);
    }

    /**
     * @param bytes just produced
     * @param produced of this member so far
     * @param consumed compressed bytes of this member so far
     * @param consumedInAll compressed bytes of the package so far
     */
    void produced(String name, long bytes, long produced, long consumed, long consumedInAll) throws RefusedSignal {
        expanded += bytes;
        if (expanded > limits.expandedMib() * MIB) {
            throw new RefusedSignal(Refusal.TOO_LARGE, name, limits.expandedMib());
        }
        if (produced > MIB && produced / limits.memberRatio() > Math.max(1, consumed)) {
            throw new RefusedSignal(Refusal.EXPANDS_TOO_MUCH, name, limits.memberRatio());
        }
        if (expanded > MIB && expanded / limits.overallRatio() > Math.max(1, consumedInAll)) {
            throw new RefusedSignal(Refusal.EXPANDS_TOO_MUCH, name, limits.overallRatio());
        }
        sinceLook += bytes;
        if (sinceLook > MIB) {
            look(name);
        }
    }

    private void look(String name) throws RefusedSignal {
        sinceLook = 0;
        if (clock.instant().isAfter(until)) {
            throw new RefusedSignal(Refusal.TOO_SLOW, name, limits.time().toMinutes());
        }
    }

    /** How much one member of this name may have. */
    long most(String name) {
        if (name.startsWith("files/")) {
            return limits.blobMib() * MIB;
        }
        if (name.equals(PackageScan.MANIFEST)) {
            return limits.manifestMib() * MIB;
        }
        return (name.endsWith(".xml") ? limits.documentMib() : limits.blobMib()) * MIB;
    }

    /** Refuses a member that has grown too large. */
    void size(String name, long produced) throws RefusedSignal {
        if (produced > most(name)) {
            boolean blob = !name.endsWith(".xml");
            throw new RefusedSignal(blob ? Refusal.BLOB_TOO_LARGE : Refusal.DOCUMENT_TOO_LARGE, name, most(name) / MIB);
        }
    }

    long expanded() {
        return expanded;
    }
}
