package network.constellation.peer.platform;

import java.time.Instant;

/**
 * A user's picture in the two sizes that peers exchange (mnet-wire.md 11.1, {@code fetch_user_image}).
 *
 * @param large 100x100
 * @param small 35x35
 */
@SuppressWarnings("ArrayRecordComponent")
public record Picture(byte[] large, String largeType, byte[] small, String smallType, Instant modified) {
    private static final int LARGEST = 512 * 1024;

    public Picture {
        if (large.length > LARGEST || small.length > LARGEST) {
            throw new PlatformException("picture.size", LARGEST / 1024);
        }
        if (!isImage(largeType) || !isImage(smallType)) {
            throw new PlatformException("picture.type");
        }
    }

    private static boolean isImage(String type) {
        return type.matches("image/(png|jpeg|gif|webp)");
    }
}
