package network.constellation.peer.connectivity;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The release of this software, as sites tell it to each other. */
final class Release {
    private static final String UNRELEASED = "development";
    private static final Pattern NUMBERS = Pattern.compile("([0-9]+)\\.([0-9]+).*");

    private Release() {}

    /** From the jar; {@value #UNRELEASED} where it does not run from one. */
    static String own() {
        return Optional.ofNullable(Release.class.getPackage().getImplementationVersion())
                .orElse(UNRELEASED);
    }

    /** Whether the two are of the same line: the first two numbers; what has no numbers is of any. */
    static boolean fits(String one, String other) {
        Matcher first = NUMBERS.matcher(one);
        Matcher second = NUMBERS.matcher(other);
        return !first.matches()
                || !second.matches()
                || (first.group(1).equals(second.group(1)) && first.group(2).equals(second.group(2)));
    }
}
