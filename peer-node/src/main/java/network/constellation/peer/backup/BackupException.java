package network.constellation.peer.backup;

/** A backup that cannot be made or put back; the message is the sentence that an administrator reads. */
public final class BackupException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BackupException(String sentence) {
        super(sentence, null, false, false);
    }
}
