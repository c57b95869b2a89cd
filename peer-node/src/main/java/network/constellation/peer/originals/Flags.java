package network.constellation.peer.originals;

import network.constellation.protocol.call.Value;
import org.jspecify.annotations.Nullable;

/** Columns of the originals' databases, which arrive as text, number or truth value (mnet-wire.md 10.2). */
final class Flags {
    private Flags() {}

    static String text(Value value) {
        if (value instanceof Value.Str text) {
            return text.value();
        }
        if (value instanceof Value.Int number) {
            return Long.toString(number.value());
        }
        return value instanceof Value.Bool flag && flag.value() ? "1" : "";
    }

    static boolean on(@Nullable Value value) {
        return value != null && !text(value).matches("0?");
    }
}
