package network.constellation.protocol.envelope;

/**
 * Why an envelope is refused. The word goes to the audit; the code is what a stranger may see of it
 * (mnet-wire.md 9.2, protocol-security.md 2).
 */
public enum Refusal {
    /** The body is no XML, or not of the envelope grammar. */
    MALFORMED("malformed", 7021),
    /** A DOCTYPE in the outermost layer. */
    DOCTYPE("doctype", 7021),
    /** Larger than our limits. */
    TOO_LARGE("too-large", 7021),
    /** The data is no complete base64 text. */
    TRUNCATED("truncated", 7023),
    /** No key of ours opens it. */
    CANNOT_DECRYPT("cannot-decrypt", 7023),
    /** It opened, and what is inside is no well-formed document; outside the same as {@link #CANNOT_DECRYPT}. */
    MALFORMED_INSIDE("malformed", 7023),
    /** It opened, and there is a DOCTYPE inside; outside the same as {@link #CANNOT_DECRYPT}. */
    DOCTYPE_INSIDE("doctype", 7023),
    /** The outer name is of no peer we know (mnet-wire.md 9.2). */
    UNKNOWN_PEER("unknown-peer", 7020),
    /** In clear text where that is not allowed. */
    FORBIDDEN_TRANSPORT("forbidden-transport", 7021),
    NOT_ENCRYPTED("not-encrypted", 7021),
    UNSIGNED("unsigned", 711),
    BAD_SIGNATURE("bad-signature", 710),
    DIGEST_MISMATCH("digest-mismatch", 710),
    WWWROOT_MISMATCH("wwwroot-mismatch", 710),
    /** The answer's clock is too far ahead (mnet-wire.md 9.5). */
    CLOCK_DRIFT("clock-drift", 6),
    /** A fault in clear text: nobody vouches for it (mnet-wire.md 9.5). */
    PLAIN_FAULT("plaintext-fault-untrusted", 4),
    /** 7025 that is not signed with the key we know (mnet-wire.md 2.5). */
    REKEY_SIGNATURE_INVALID("rekey-signature-invalid", 710),
    /** 7025 whose certificate is not one of this peer (mnet-wire.md 2.2). */
    REKEY_CERTIFICATE_INVALID("rekey-certificate-invalid", 710),
    /** Modern: sealed to a daily key that we no longer or never held: refresh and retry once. */
    STALE_RECIPIENT_KEY("stale-recipient-key", 7030),
    /** Modern: addressed to keys of ours that are no more, or signed with keys of the sender that we do not know. */
    UNKNOWN_GENERATION("unknown-generation", 7031),
    /** Modern: too old or too far ahead, or below the horizon (protocol-security.md 1.10). */
    STALE("stale", 7032),
    /** Seen before, or the key of a message that failed before; outside the same as {@link #CANNOT_DECRYPT}. */
    REPLAY("replay", 7023),
    /** This peer's share of the replay store is full: it is refused until our key rotates. */
    REPLAY_QUOTA("replay-quota", 7023),
    /** Modern: made for another recipient, sender, network or direction. */
    WRONG_CONTEXT("wrong-context", 710),
    /** Modern: an answer to another request. */
    WRONG_REQUEST("wrong-request", 710),
    /** Modern: an agreement of all zeros or another unusable key. */
    WEAK_KEY("weak-key", 7023);

    private final String word;
    private final int faultCode;

    Refusal(String word, int faultCode) {
        this.word = word;
        this.faultCode = faultCode;
    }

    /** The reason as the audit and the vectors' manifest write it. */
    public String word() {
        return word;
    }

    /** The code of the fault that answers it; below 100: a local error of a caller (mnet-wire.md 9.5). */
    public int faultCode() {
        return faultCode;
    }
}
