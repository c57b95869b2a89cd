package network.constellation.peer.peers;

/** Something about a peer that cannot be done; the message is one sentence for the administrator, nothing was changed. */
public final class PeersException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PeersException(String sentence) {
        super(sentence);
    }
}
