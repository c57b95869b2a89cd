package network.constellation.keys.vault;

import java.util.Optional;

/**
 * What a vault's files are sealed with: today a key in a file of its own, tomorrow perhaps a hardware module, which
 * needs to offer no more than this.
 */
public interface Sealer {
    /**
     * Seals.
     *
     * @param context what is sealed and whose it is; needed again to open, so that files cannot be exchanged
     */
    byte[] seal(String context, byte[] plain);

    /** What was sealed, or nothing when it was changed, sealed with another key or in another context. */
    Optional<byte[]> open(String context, byte[] sealed);
}
