package network.constellation.peer.web.view;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One input of a form; labels and hints are keys of the page's room. Immutable.
 *
 * @param options of a choice: value to word, already in the reader's language
 */
public record Field(
        String name,
        String kind,
        String label,
        @Nullable String hint,
        boolean required,
        @Nullable String autocomplete,
        Map<String, String> options) {

    public static Field text(String name, String label) {
        return of(name, "text", label);
    }

    public static Field email(String name, String label) {
        return of(name, "email", label);
    }

    public static Field password(String name, String label) {
        return of(name, "password", label);
    }

    public static Field search(String name, String label) {
        return of(name, "search", label);
    }

    public static Field colour(String name, String label) {
        return of(name, "color", label);
    }

    public static Field area(String name, String label) {
        return of(name, "textarea", label);
    }

    public static Field file(String name, String label) {
        return of(name, "file", label);
    }

    public static Field checkbox(String name, String label) {
        return of(name, "checkbox", label);
    }

    public static Field select(String name, String label, Map<String, String> options) {
        return new Field(name, "select", label, null, false, null, new LinkedHashMap<>(options));
    }

    public Field hint(String key) {
        return new Field(name, kind, label, key, required, autocomplete, options);
    }

    public Field needed() {
        return new Field(name, kind, label, hint, true, autocomplete, options);
    }

    /** A token of the HTML standard, such as {@code current-password}. */
    public Field autocomplete(String token) {
        return new Field(name, kind, label, hint, required, token, options);
    }

    private static Field of(String name, String kind, String label) {
        return new Field(name, kind, label, null, false, null, Map.of());
    }
}
