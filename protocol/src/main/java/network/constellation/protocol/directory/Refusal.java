package network.constellation.protocol.directory;

import java.util.Locale;

/** Why a directory, a delta, a delegation or a suspension list is not taken; each reason has a code of its own. */
public enum Refusal {
    /** More bytes or entries than the limits allow. */
    OVERSIZE,
    /** Not in its one canonical form. */
    MALFORMED,
    /** Of another network. */
    WRONG_NETWORK,
    /** Not signed by the delegated key, or the delegation not by the root that was pinned. */
    WRONG_SIGNER,
    /** The delegation has ended, or does not fit what it accompanies. */
    STALE_DELEGATION,
    /** Signed by a hub of an earlier term than one already seen. */
    STALE_TERM,
    /** Older than one already seen. */
    ROLL_BACK,
    /** Another content under a version already seen: somebody signs twice. */
    CONFLICTING,
    /** The entries are not those of the header. */
    MIXED_VERSIONS,
    /** A delta to another version than the one held; the whole is to be asked for. */
    WRONG_BASE,
    /** Its time is over. */
    EXPIRED,
    /** Signed in what is the future here. */
    NOT_YET_VALID;

    /** In the audit and on the wire, such as {@code roll-back}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
