/**
 * The frame of the command line: parsing, help, completion, output as text or JSON, exit codes, and the way of a command
 * to its data (the running node's loopback administration, or the stopped node opened here). Rooms contribute verbs
 * with a {@link network.constellation.peer.cli.CliRoom}; a program enters at
 * {@link network.constellation.peer.cli.CliProgram}. Uses node, tenant, config and store.
 */
@NullMarked
package network.constellation.peer.cli;

import org.jspecify.annotations.NullMarked;
