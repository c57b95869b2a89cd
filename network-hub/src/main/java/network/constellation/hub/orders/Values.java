package network.constellation.hub.orders;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The values of all parameters of a command, complete. */
record Values(Map<String, String> all) {
    String get(String name) {
        String value = all.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The command has no parameter " + name);
        }
        return value;
    }

    /** Of all values, in UTF-8. */
    long bytes() {
        return all.values().stream()
                .mapToLong(value -> value.getBytes(StandardCharsets.UTF_8).length)
                .sum();
    }
}
