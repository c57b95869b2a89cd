package network.constellation.protocol.method.directory;

import java.util.Optional;

/** @param list the newest suspension list that the asked site holds; empty when it holds none */
public record SuspensionsAnswer(Optional<byte[]> list) {}
