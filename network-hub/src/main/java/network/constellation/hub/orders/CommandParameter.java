package network.constellation.hub.orders;

import java.util.List;

/**
 * A parameter of a command, checked when it is made (network-admin.md 4.1).
 *
 * @param description for people; may be empty for an internal one
 * @param otherwise value when none is given; empty: it must be given, except for booleans and where {@code optional}
 * @param choices for the types that choose
 * @param template for an internal one: text with places {@code [[?name]]} of the other parameters, and {@code [[wwwroot]]}
 */
public record CommandParameter(
        String name,
        ParameterType type,
        String description,
        String otherwise,
        boolean optional,
        List<String> choices,
        String template) {

    public CommandParameter {
        choices = List.copyOf(choices);
        if (!name.matches("[a-z][a-z0-9]{0,39}")) {
            throw new IllegalArgumentException(
                    "A parameter needs a name of small letters and digits, not \"" + name + "\".");
        }
        if (description.isBlank() && type != ParameterType.INTERNAL) {
            throw new IllegalArgumentException("The parameter " + name + " needs a description.");
        }
        if (type.isChoosing() && choices.isEmpty()) {
            throw new IllegalArgumentException("The parameter " + name + " needs choices.");
        }
        if (type.isChoosing() && !otherwise.isEmpty() && !choices.contains(otherwise)) {
            throw new IllegalArgumentException(
                    "The parameter " + name + " has a default that is none of its choices: " + otherwise + ".");
        }
        if ((type == ParameterType.INTERNAL) == template.isEmpty()) {
            throw new IllegalArgumentException(
                    "An internal parameter, and no other, is made of a template: " + name + ".");
        }
    }

    /** One line that must be given. */
    public static CommandParameter text(String name, String description) {
        return new CommandParameter(name, ParameterType.TEXT, description, "", false, List.of(), "");
    }

    /** Several lines that must be given. */
    public static CommandParameter longText(String name, String description) {
        return new CommandParameter(name, ParameterType.LTEXT, description, "", false, List.of(), "");
    }

    public static CommandParameter flag(String name, String description) {
        return new CommandParameter(name, ParameterType.BOOLEAN, description, "0", false, List.of(), "");
    }

    /** @param type one of those that choose */
    public static CommandParameter choice(String name, ParameterType type, String description, List<String> choices) {
        return new CommandParameter(name, type, description, "", false, choices, "");
    }

    public static CommandParameter internal(String name, String template) {
        return new CommandParameter(name, ParameterType.INTERNAL, "", "", false, List.of(), template);
    }

    /** The same, with this value when none is given; it may be empty. */
    public CommandParameter otherwise(String value) {
        return new CommandParameter(name, type, description, value, true, choices, template);
    }
}
