package network.constellation.peer.files;

/** A content that the store holds; size in bytes. */
public record StoredContent(ContentHash hash, long size) {}
