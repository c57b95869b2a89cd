package network.constellation.hub.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import network.constellation.keys.address.Wwwroot;

/**
 * Which sites are meant. Selectors add: {@code all}, {@code subnet:3}, an address, or a pattern with {@code *} and
 * {@code ?} for address or host name. Filters then narrow, one after the other: {@code contains:TEXT}, {@code not:TEXT},
 * {@code /expression/flags} ({@code i} ignores case, {@code n} turns it round), {@code with:COMPONENT/SETTING} or {@code
 * with:COMPONENT/SETTING=VALUE}, which asks the sites (network-admin.md 4.3).
 */
final class TargetSelection {
    private static final Pattern SUBNET = Pattern.compile("subnet:([0-9]{1,6})");
    private static final Pattern EXPRESSION = Pattern.compile("/(.+)/([a-z]*)", Pattern.DOTALL);
    private static final Pattern WITH =
            Pattern.compile("with:([a-z][a-z0-9_]*)/([A-Za-z0-9_:.-]+)(=.*)?", Pattern.DOTALL);

    /** A site that may be meant. */
    record Candidate(Wwwroot wwwroot, String name) {}

    private final List<Candidate> candidates;
    private final IntFunction<Set<Wwwroot>> subnetwork;
    private final BiPredicate<Wwwroot, Setting> asked;

    /** @param value empty: anything that is set and not 0 */
    record Setting(String component, String name, String value, boolean any) {}

    /**
     * @param subnetwork members by number
     * @param asked whether a site answers a setting so
     */
    TargetSelection(
            List<Candidate> candidates, IntFunction<Set<Wwwroot>> subnetwork, BiPredicate<Wwwroot, Setting> asked) {
        this.candidates = candidates;
        this.subnetwork = subnetwork;
        this.asked = asked;
    }

    /** @throws OrderRefused when nothing is chosen, nothing is left, or a word is not understood */
    List<Wwwroot> resolve(List<String> words) {
        if (words.isEmpty() || words.stream().allMatch(String::isBlank)) {
            throw new OrderRefused("No site is chosen; say which: --target 'http://a.example', --target 'lycee-*',"
                    + " --target subnet:3 or --target all.");
        }
        List<Predicate<Candidate>> filters = new ArrayList<>();
        Set<Wwwroot> chosen = new TreeSet<>();
        boolean selected = false;
        for (String word : words) {
            String one = word.strip();
            if (isFilter(one)) {
                filters.add(filter(one));
            } else {
                chosen.addAll(select(one));
                selected = true;
            }
        }
        boolean everybody = !selected;
        List<Candidate> left = candidates.stream()
                .filter(site -> everybody || chosen.contains(site.wwwroot()))
                .toList();
        for (Predicate<Candidate> filter : filters) {
            left = left.stream().filter(filter).toList();
        }
        if (left.isEmpty()) {
            throw new OrderRefused(
                    "No site of the network is meant by " + String.join(" ", words) + "; `hub peers` lists the sites.");
        }
        return left.stream().map(Candidate::wwwroot).sorted().toList();
    }

    private static boolean isFilter(String word) {
        return word.startsWith("contains:")
                || word.startsWith("not:")
                || word.startsWith("with:")
                || word.startsWith("/");
    }

    private Set<Wwwroot> select(String word) {
        Matcher subnet = SUBNET.matcher(word);
        if (subnet.matches()) {
            return subnetwork.apply(Integer.parseInt(subnet.group(1)));
        }
        Pattern pattern = glob(word.equals("all") ? "*" : word);
        Set<Wwwroot> found = candidates.stream()
                .map(Candidate::wwwroot)
                .filter(site -> pattern.matcher(site.value()).matches()
                        || pattern.matcher(site.host()).matches()
                        || pattern.matcher(site.uri().getRawAuthority()).matches())
                .collect(Collectors.toSet());
        if (found.isEmpty() && !word.equals("all") && !word.contains("*") && !word.contains("?")) {
            throw new OrderRefused(word + " is no site of this network; `hub peers` lists the sites.");
        }
        return found;
    }

    private static Pattern glob(String word) {
        String expression = word.chars()
                .mapToObj(letter ->
                        letter == '*' ? ".*" : letter == '?' ? "." : Pattern.quote(String.valueOf((char) letter)))
                .collect(Collectors.joining());
        return Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
    }

    private Predicate<Candidate> filter(String word) {
        if (word.startsWith("contains:")) {
            return containing(word.substring("contains:".length()));
        } else if (word.startsWith("not:")) {
            return containing(word.substring("not:".length())).negate();
        } else if (word.startsWith("with:")) {
            return answering(word);
        }
        Matcher matcher = EXPRESSION.matcher(word);
        if (!matcher.matches() || !matcher.group(2).matches("[in]*")) {
            throw new OrderRefused(
                    "\"" + word + "\" is no expression: write /EXPRESSION/ with i (ignore case) and n (all"
                            + " others) behind it.");
        }
        String flags = matcher.group(2);
        try {
            Pattern pattern = Pattern.compile(matcher.group(1), flags.contains("i") ? Pattern.CASE_INSENSITIVE : 0);
            Predicate<Candidate> found =
                    site -> pattern.matcher(site.wwwroot().value()).find()
                            || pattern.matcher(site.name()).find();
            return flags.contains("n") ? found.negate() : found;
        } catch (PatternSyntaxException wrong) {
            throw new OrderRefused("\"" + word + "\" is no expression: " + wrong.getDescription() + ".");
        }
    }

    private static Predicate<Candidate> containing(String text) {
        if (text.isBlank()) {
            throw new OrderRefused("contains: and not: want some text behind the colon.");
        }
        String wanted = text.toLowerCase(Locale.ROOT);
        return site -> site.wwwroot().value().contains(wanted)
                || site.name().toLowerCase(Locale.ROOT).contains(wanted);
    }

    private Predicate<Candidate> answering(String word) {
        Matcher matcher = WITH.matcher(word);
        if (!matcher.matches()) {
            throw new OrderRefused("\"" + word + "\" is no question: write with:core/lang or with:core/lang=fr.");
        }
        String value = matcher.group(3);
        Setting setting =
                new Setting(matcher.group(1), matcher.group(2), value == null ? "" : value.substring(1), value == null);
        return site -> asked.test(site.wwwroot(), setting);
    }
}
