package network.constellation.hub.orders;

/** The eight types of parameters of the originals (network-admin.md 4.1). */
public enum ParameterType {
    BOOLEAN(false, false),
    ENUM(true, false),
    /** With a search box. */
    SENUM(true, false),
    MENUM(true, true),
    /** Shown high. */
    MHENUM(true, true),
    TEXT(false, false),
    /** Several lines. */
    LTEXT(false, false),
    /** Never asked for: made of the others. */
    INTERNAL(false, false);

    private final boolean choosing;
    private final boolean multiple;

    ParameterType(boolean choosing, boolean multiple) {
        this.choosing = choosing;
        this.multiple = multiple;
    }

    /** Whether it takes one of its choices. */
    boolean isChoosing() {
        return choosing;
    }

    /** Whether it takes several, separated by commas. */
    boolean isMultiple() {
        return multiple;
    }
}
