package network.constellation.hub.orders;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The parameters of one command; what is wrong with them or their values is said before any site is asked. */
public final class ParameterSet {
    private static final Pattern PLACE = Pattern.compile("\\[\\[(\\??)([^\\]]*)]]");
    private static final Set<String> CONSTANTS = Set.of("wwwroot");
    private static final int LONGEST = 20_000;

    private final List<CommandParameter> all;

    /** @throws IllegalArgumentException when two have one name, or a template names what does not exist */
    public ParameterSet(List<CommandParameter> parameters) {
        this.all = List.copyOf(parameters);
        Set<String> names = new TreeSet<>();
        for (CommandParameter parameter : all) {
            if (!names.add(parameter.name())) {
                throw new IllegalArgumentException("Two parameters have the name " + parameter.name() + ".");
            }
        }
        for (CommandParameter parameter : all) {
            PLACE.matcher(parameter.template()).results().forEach(place -> {
                boolean known = place.group(1).isEmpty() ? CONSTANTS.contains(place.group(2)) : asked(place.group(2));
                if (!known) {
                    throw new IllegalArgumentException("The parameter " + parameter.name() + " names " + place.group()
                            + ", which does not exist.");
                }
            });
        }
    }

    private boolean asked(String name) {
        return find(name).filter(one -> one.type() != ParameterType.INTERNAL).isPresent();
    }

    /** Those that somebody is asked for. */
    public List<CommandParameter> asked() {
        return all.stream().filter(one -> one.type() != ParameterType.INTERNAL).toList();
    }

    private Optional<CommandParameter> find(String name) {
        return all.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /**
     * The values of all parameters.
     *
     * @param wwwroot of the hub, a constant of templates
     * @throws OrderRefused for an unknown parameter, a missing value, or one that is not among the choices
     */
    public Map<String, String> populate(Map<String, String> given, String wwwroot) {
        for (String name : given.keySet()) {
            if (!asked(name)) {
                throw new OrderRefused("There is no parameter \"" + name + "\" here. There are: " + names() + ".");
            }
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (CommandParameter parameter : asked()) {
            values.put(parameter.name(), value(parameter, Optional.ofNullable(given.get(parameter.name()))));
        }
        for (CommandParameter parameter : all) {
            if (parameter.type() == ParameterType.INTERNAL) {
                values.put(parameter.name(), filled(parameter.template(), values, wwwroot));
            }
        }
        return values;
    }

    private String value(CommandParameter parameter, Optional<String> given) {
        String name = parameter.name();
        if (given.isEmpty()) {
            if (parameter.optional() || parameter.type() == ParameterType.BOOLEAN) {
                return parameter.otherwise();
            }
            throw new OrderRefused(
                    "The parameter " + name + " is missing (" + parameter.description() + "): " + name + "=VALUE.");
        }
        String value = given.get();
        if (value.length() > LONGEST) {
            throw new OrderRefused("The parameter " + name + " has at most " + LONGEST + " characters.");
        }
        if (parameter.type() == ParameterType.BOOLEAN) {
            return switch (value) {
                case "1", "true", "yes", "on" -> "1";
                case "0", "false", "no", "off", "" -> "0";
                default -> throw new OrderRefused("The parameter " + name + " is yes or no, not \"" + value + "\".");
            };
        }
        List<String> chosen = parameter.type().isMultiple() ? Arrays.asList(value.split(",")) : List.of(value);
        for (String one : chosen) {
            if (parameter.type().isChoosing() && !parameter.choices().contains(one)) {
                throw new OrderRefused("The parameter " + name + " is one of " + String.join(", ", parameter.choices())
                        + "; \"" + one + "\" is none.");
            }
        }
        return value;
    }

    private static String filled(String template, Map<String, String> values, String wwwroot) {
        return PLACE.matcher(template)
                .replaceAll(place -> Matcher.quoteReplacement(
                        place.group(1).isEmpty() ? wwwroot : values.getOrDefault(place.group(2), "")));
    }

    private String names() {
        return all.isEmpty()
                ? "none"
                : asked().stream().map(CommandParameter::name).collect(Collectors.joining(", "));
    }
}
