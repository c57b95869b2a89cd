package network.constellation.protocol.method.directory;

import network.constellation.protocol.directory.DirectoryVersion;

/** What the hub holds now; a receiver that holds less asks for it. It is a hint and proves nothing. */
public record DirectoryNews(DirectoryVersion version, long suspensionSequence) {}
