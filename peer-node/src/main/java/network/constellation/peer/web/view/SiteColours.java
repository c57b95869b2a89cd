package network.constellation.peer.web.view;

import java.util.Locale;
import java.util.Optional;

/**
 * The stylesheet that carries a site's own colour: inline styles are forbidden, so it is a file whose name is the
 * colour. Ink on it is black or white, whichever reads better (WCAG 2 relative luminance).
 */
public final class SiteColours {
    public static final String DEFAULT = "#1f4e79";
    private static final String PREFIX = "/assets/site-";

    private SiteColours() {}

    static String path(String colour) {
        return PREFIX + (isColour(colour) ? colour : DEFAULT).substring(1).toLowerCase(Locale.ROOT) + ".css";
    }

    public static boolean isColour(String text) {
        return text.matches("#[0-9a-fA-F]{6}");
    }

    /** The stylesheet at {@code /assets/site-RRGGBB.css}. */
    public static Optional<String> at(String path) {
        if (!path.matches(PREFIX + "[0-9a-f]{6}\\.css")) {
            return Optional.empty();
        }
        String colour = "#" + path.substring(PREFIX.length(), PREFIX.length() + 6);
        double light = luminance(colour);
        String ink = 1.05 / (light + 0.05) >= (light + 0.05) / 0.05 ? "#ffffff" : "#000000";
        return Optional.of(":root{--site:" + colour + ";--site-ink:" + ink + "}\n");
    }

    /** 0 for black, 1 for white. */
    static double luminance(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
