package network.constellation.peer.files;

import java.io.IOException;

/** A content that was not taken; nothing of it stays. The message is for an administrator. */
public final class ContentRefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    public ContentRefusedException(String sentence) {
        super(sentence);
    }
}
