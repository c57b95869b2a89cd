package network.constellation.protocol.keyswap;

/** How offered keys stand to those that are known of the same site. Suites only ratchet upward. */
public enum Finding {
    /** Nothing is known: a person, an invitation or the directory must vouch. */
    FIRST_CONTACT(false),
    /** The same keys; the recipient key of the day may be newer. */
    SAME(true),
    /** A later generation, in favour of which the known Ed25519 key has signed. */
    VOUCHED(true),
    /** The known RSA key, now with modern keys beside it: RSA vouches for them once. */
    UPGRADED(true),
    /** Other keys, for which nobody known vouches: a person must compare fingerprints. */
    UNVOUCHED(false),
    /** An older generation than the known one: never. */
    OUTDATED(false),
    /** Modern keys are known and none are offered: never, somebody may be stripping them. */
    DOWNGRADED(false);

    private final boolean storable;

    Finding(boolean storable) {
        this.storable = storable;
    }

    /** Whether the keys may replace the known ones without asking anybody. */
    public boolean storable() {
        return storable;
    }

    /** Whether not even a person may accept them by a key swap; only removing the peer first helps. */
    public boolean refusedAlways() {
        return this == OUTDATED || this == DOWNGRADED;
    }
}
