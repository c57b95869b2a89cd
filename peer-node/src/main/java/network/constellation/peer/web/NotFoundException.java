package network.constellation.peer.web;

/** The thing in the URL does not exist here: becomes the page "not found". */
public final class NotFoundException extends RuntimeException {
    private static final long serialVersionUID = 1;
}
