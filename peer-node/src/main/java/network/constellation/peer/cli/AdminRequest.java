package network.constellation.peer.cli;

import java.util.List;

/** One command line as it travels to the running node. */
record AdminRequest(List<String> arguments, String cwd, boolean ansi) {
    static final String PATH = "/run";
}
