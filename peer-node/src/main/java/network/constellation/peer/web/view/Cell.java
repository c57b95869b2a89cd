package network.constellation.peer.web.view;

import java.time.Instant;
import network.constellation.peer.web.text.Message;
import org.jspecify.annotations.Nullable;

/** What stands in one cell of a table; it knows how to be a page's and a CSV file's. */
public sealed interface Cell {

    /** Plain text. */
    record Words(String text) implements Cell {}

    /** Text that opens something; the first one of a row makes the whole row open it. */
    record Link(String text, String path) implements Cell {}

    /** A sentence of a bundle. */
    record Said(Message message) implements Cell {}

    /** A state: always the first column. */
    record Mark(Badge badge) implements Cell {}

    /** Right-aligned, written by locale. */
    record Figure(Number number) implements Cell {}

    /** How long ago; never when null. */
    record Time(@Nullable Instant instant) implements Cell {}

    /** Text that may be long and have no blanks. */
    record Prose(String text) implements Cell {}

    /** The exact moment, by locale. */
    record Moment(Instant instant) implements Cell {}

    /** Letters of one width: keys, fingerprints. */
    record Code(String text) implements Cell {}

    static Cell text(@Nullable String text) {
        return new Words(text == null ? "" : text);
    }

    static Cell link(String text, String path) {
        return new Link(text, path);
    }

    static Cell said(Class<?> room, String key, Object... arguments) {
        return new Said(Message.of(room, key, arguments));
    }

    static Cell badge(Badge badge) {
        return new Mark(badge);
    }

    static Cell number(Number number) {
        return new Figure(number);
    }

    static Cell time(@Nullable Instant instant) {
        return new Time(instant);
    }

    static Cell prose(String text) {
        return new Prose(text);
    }

    static Cell moment(Instant instant) {
        return new Moment(instant);
    }

    static Cell code(String text) {
        return new Code(text);
    }
}
