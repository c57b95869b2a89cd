package network.constellation.peer.outbound;

/** What came back over HTTP: the status and the whole body, bounded by the limit of the request. */
public record HttpAnswer(int status, byte[] body) {}
