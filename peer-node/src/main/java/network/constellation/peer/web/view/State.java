package network.constellation.peer.web.view;

/** The five states anything can be in; colour never stands alone, each has its symbol and its word. */
public enum State {
    GOOD("good", "✓"),
    ATTENTION("attention", "!"),
    BAD("bad", "✕"),
    UNKNOWN("unknown", "?"),
    WORKING("working", "◌");

    private final String css;
    private final String symbol;

    State(String css, String symbol) {
        this.css = css;
        this.symbol = symbol;
    }

    public String css() {
        return css;
    }

    public String symbol() {
        return symbol;
    }

    /** For the default word of the state. */
    public String key() {
        return "state." + css;
    }
}
