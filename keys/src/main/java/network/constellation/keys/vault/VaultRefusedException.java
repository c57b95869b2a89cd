package network.constellation.keys.vault;

/** The vault will not be opened or written as things are; the message says what is wrong and what to do. */
public final class VaultRefusedException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public VaultRefusedException(String sentence) {
        super(sentence);
    }
}
