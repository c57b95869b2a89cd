package network.constellation.peer.packages;

/** The two forms of a package, found out by content; the name of the file says nothing (section 4.1). */
public enum PackageContainer {
    ZIP("zip"),
    GZIP_TAR("gzip-tar");

    private final String word;

    PackageContainer(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
