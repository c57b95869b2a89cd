package network.constellation.keys.provider;

/**
 * What stands first in the bytes under every signature, one per kind of document, so that no signature can be passed
 * off as one of another kind (protocol-security.md 1, rule 9). A new kind of signed document is a new constant here.
 */
public enum SignaturePrefix {
    REQUEST("request"),
    ANSWER("answer"),
    DIRECTORY("directory"),
    DIRECTORY_ANCHOR("directory-anchor"),
    DIRECTORY_DELEGATION("directory-delegation"),
    SUSPENSION_LIST("suspension-list"),
    KEY_STATEMENT("key-statement"),
    RECIPIENT_KEY("recipient-key"),
    KEY_SUCCESSION("key-succession"),
    ADMISSION("admission"),
    ORDER("order"),
    AUDIT_CHECKPOINT("audit-checkpoint"),
    COURSE_STATEMENT("course-statement"),
    DAY_FIGURES("day-figures");

    private final String text;

    SignaturePrefix(String kind) {
        this.text = "constellation:" + kind + ":1";
    }

    /** The first field of the signed bytes. */
    public String text() {
        return text;
    }
}
