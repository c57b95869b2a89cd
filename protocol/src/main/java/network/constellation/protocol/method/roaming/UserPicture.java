package network.constellation.protocol.method.roaming;

import java.util.Optional;

/** The answer of {@code fetch_user_image} (mnet-wire.md 11.1). */
public sealed interface UserPicture {
    /** @param large 100 by 100 pixels; @param small 35 by 35 pixels */
    record Present(Picture large, Optional<Picture> small) implements UserPicture {}

    /** The user has none. */
    record None() implements UserPicture {}

    /** There is no such user. */
    record NoUser() implements UserPicture {}
}
