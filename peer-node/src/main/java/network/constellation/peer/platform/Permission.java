package network.constellation.peer.platform;

/** What a role says about a capability; a prohibition wins over everything. */
public enum Permission {
    ALLOW(1),
    PREVENT(-1),
    PROHIBIT(-1000);

    private final int value;

    Permission(int value) {
        this.value = value;
    }

    /** The number that platforms store and exchange. */
    public int value() {
        return value;
    }

    /** Any positive number allows, any negative one prevents, -1000 and less prohibits. */
    public static Permission of(int value) {
        return value > 0 ? ALLOW : value <= PROHIBIT.value ? PROHIBIT : PREVENT;
    }
}
