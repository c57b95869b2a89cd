package network.constellation.peer.web.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The languages every page speaks, and how one is chosen. */
public final class Languages {
    /** British habits for dates: day before month, 24 hours. */
    public static final Locale ENGLISH = Locale.UK;

    public static final Locale FRENCH = Locale.FRANCE;
    public static final List<Locale> ALL = List.of(ENGLISH, FRENCH);

    private Languages() {}

    /** From a language code such as {@code fr}, {@code fr_ca} or {@code fr-CA}; empty when we do not speak it. */
    public static Optional<Locale> of(@Nullable String code) {
        if (code == null || code.length() < 2) {
            return Optional.empty();
        }
        String language = code.substring(0, 2).toLowerCase(Locale.ROOT);
        boolean wholeWord = code.length() == 2 || !Character.isLetterOrDigit(code.charAt(2));
        return ALL.stream()
                .filter(locale -> wholeWord && locale.getLanguage().equals(language))
                .findFirst();
    }

    /** The best of an {@code Accept-Language} header; English where nothing fits. */
    public static Locale negotiate(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.length() > 500) {
            return ENGLISH;
        }
        try {
            Locale found =
                    Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), List.of(Locale.ENGLISH, Locale.FRENCH));
            return found == null ? ENGLISH : of(found.getLanguage()).orElse(ENGLISH);
        } catch (IllegalArgumentException malformed) {
            return ENGLISH;
        }
    }
}
