package network.constellation.keys.provider;

import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;

/**
 * A key in the form its provider wants, made once per engine: parsing a key costs as much as many operations. Two
 * threads may both make it; the results are equal, so the race is harmless.
 */
final class Prepared<K> {
    private volatile @Nullable Made<K> made;

    K get(CryptoEngine engine, InstancePool.Maker<K> maker) {
        Made<K> known = made;
        if (known == null || known.engine() != engine) {
            try {
                known = new Made<>(engine, maker.make());
            } catch (GeneralSecurityException unusable) {
                throw new CryptoFailureException("preparing a key", unusable);
            }
            made = known;
        }
        return known.key();
    }

    private record Made<K>(CryptoEngine engine, K key) {}
}
