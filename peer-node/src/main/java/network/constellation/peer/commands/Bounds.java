package network.constellation.peer.commands;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a grant goes (network-admin.md 10, item 9).
 *
 * @param only patterns with {@code *} and commas between them, of settings ({@code core/*}), plugins ({@code mod/quiz}),
 *     roles or tables; empty for all
 * @param until when it ends by itself; null: when it is withdrawn
 * @param maxBytes longest answer, and longest texts of one order, in bytes of UTF-8; 0 for any
 * @param readOnly whether it lets the hub plan and compare, and change nothing
 */
public record Bounds(String only, @Nullable Instant until, long maxBytes, boolean readOnly) {
    private static final int LONGEST = 200;

    public Bounds {
        only = only.strip();
        if (only.length() > LONGEST || !only.matches("[A-Za-z0-9_*:./, -]*")) {
            throw new IllegalArgumentException("\"" + only
                    + "\" is no pattern: letters, digits, the signs _ : . / - and * for anything, such as core/*;"
                    + " several with commas.");
        }
        if (maxBytes < 0) {
            throw new IllegalArgumentException("A size is a number of bytes, 1 or more.");
        }
    }

    /** Everything, until it is withdrawn. */
    public static Bounds none() {
        return new Bounds("", null, 0, false);
    }

    public static Bounds only(String patterns, @Nullable Instant until) {
        return new Bounds(patterns, until, 0, false);
    }
}
