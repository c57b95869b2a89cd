package network.constellation.protocol.limits;

import java.time.Duration;

/** What a directory and its companions may cost a receiver; all are upper bounds, inclusive (docs/protocol/directory.md). */
public final class DirectoryLimits {
    /** A document or a delta: five thousand members with announced next keys. */
    public static final int DOCUMENT_BYTES = 16 * 1024 * 1024;

    /** A suspension list. */
    public static final int SUSPENSION_BYTES = 1024 * 1024;

    public static final int ENTRIES = 10_000;

    public static final int ENTRY_BYTES = 16 * 1024;

    /** Characters in the name of an entry. */
    public static final int KEY_LENGTH = 300;

    /** Of a list within an entry: sub-networks, aliases, settings. */
    public static final int ITEMS = 200;

    /** Characters of a text within an entry. */
    public static final int TEXT_LENGTH = 1_000;

    /** Between issue and expiry. */
    public static final Duration LIFE = Duration.ofDays(30);

    /** How far the clocks of hub and receiver may be apart. */
    public static final Duration SKEW = Duration.ofSeconds(120);

    private DirectoryLimits() {}
}
