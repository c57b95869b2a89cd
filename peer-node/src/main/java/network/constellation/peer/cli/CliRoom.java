package network.constellation.peer.cli;

/** What a room adds to the command line; a {@code ...Module} or {@code ...Cli} of the room implements it. */
@FunctionalInterface
public interface CliRoom {

    void verbs(Verbs verbs);
}
