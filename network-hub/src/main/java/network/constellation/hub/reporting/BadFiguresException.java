package network.constellation.hub.reporting;

/** Figures that a site gave and that cannot be kept. */
final class BadFiguresException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadFiguresException(String why) {
        super(why, null, false, false);
    }
}
