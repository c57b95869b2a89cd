package network.constellation.peer.audit;

import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads a chain from its first line and says where it no longer fits. */
final class ChainCheck {
    private final AuditStore store;
    private long lines;
    private String lastHash = "";
    private long brokenAt = -1;
    private @Nullable String sentence;
    private Optional<AuditStore.Head> anchor = Optional.empty();

    ChainCheck(AuditStore store) {
        this.store = store;
    }

    AuditVerdict verify() {
        anchor = store.anchor();
        AuditStore.Head head = store.readAll(this::check);
        if (sentence == null && (head.sequence() != lines || !head.hash().equals(lastHash))) {
            broken(
                    lines + 1,
                    "The chain ends at line " + lines + ", its head says " + head.sequence()
                            + ": lines were removed at the end or added by hand.");
        }
        if (sentence == null && anchor.isPresent() && anchor.get().sequence() > lines) {
            broken(
                    lines + 1,
                    "The chain ends at line " + lines + ", but line "
                            + anchor.get().sequence()
                            + " had been written: it was cut off, or an old copy was put back.");
        }
        return sentence == null
                ? new AuditVerdict(
                        true, lines, OptionalLong.empty(), "All " + lines + " lines are as they were written.")
                : new AuditVerdict(false, lines, OptionalLong.of(brokenAt), sentence);
    }

    private void check(AuditStore.Checked checked) {
        lines++;
        AuditLine line = checked.line();
        if (sentence != null) {
            return;
        }
        if (line.sequence() != lines) {
            broken(lines, "Line " + lines + " is missing; the next one there is has number " + line.sequence() + ".");
        } else if (!checked.expectedHash().equals(line.hash())) {
            broken(lines, "Line " + lines + " is not as it was written, or the line before it was changed.");
        } else if (anchor.isPresent()
                && anchor.get().sequence() == lines
                && !anchor.get().hash().equals(line.hash())) {
            broken(lines, "Line " + lines + " is not the one that the node noted: the chain was written anew.");
        }
        lastHash = line.hash();
    }

    private void broken(long at, String what) {
        brokenAt = at;
        sentence = what;
    }
}
