package network.constellation.peer.cli;

/** Ends a command with one sentence for the person who typed it. */
public final class CliException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitStatus;

    private CliException(int exitStatus, String sentence) {
        super(sentence, null, false, false);
        this.exitStatus = exitStatus;
    }

    /** Wrong usage or bad input: say what was wrong and what would be right. Exit status 2. */
    public static CliException badInput(String sentence) {
        return new CliException(Explanation.BAD_INPUT, sentence);
    }

    /** The input was fine, yet it failed or was refused. Exit status 1. */
    public static CliException failed(String sentence) {
        return new CliException(Explanation.FAILED, sentence);
    }

    /** Exit status 1 after everything has been said. */
    public static CliException silently() {
        return failed("");
    }

    int exitStatus() {
        return exitStatus;
    }
}
