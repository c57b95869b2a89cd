package network.constellation.peer.courses;

/** What a site does in the publishing network (courses-and-certificates.md 1.1). A site may have any of them. */
public enum NodeRole {
    /** Where courses are written. */
    FACTORY("factory"),
    /** Where finished courses are shown. */
    CATALOG("catalog"),
    /** Where courses are taught. */
    LEARNING_AREA("learningarea");

    private final String word;

    NodeRole(String word) {
        this.word = word;
    }

    /** As it stands in the setting and on the wire. */
    public String word() {
        return word;
    }
}
