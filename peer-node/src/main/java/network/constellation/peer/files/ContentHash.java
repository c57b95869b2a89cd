package network.constellation.peer.files;

/** The SHA-256 of a content, as 64 small hexadecimal digits: its name in the store. */
public record ContentHash(String hex) {
    public ContentHash {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256 in hexadecimal: " + hex);
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
