package network.constellation.peer.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the verbs of all rooms: several rooms may add to one group, such as {@code hub} or {@code peer}. */
public final class Verbs {
    private final Map<String, String> groups = new LinkedHashMap<>();
    private final List<Verb> verbs = new ArrayList<>();
    private final Map<Class<? extends Exception>, Integer> explained = new LinkedHashMap<>();

    /** @param path the words before the verb itself, empty for a verb of the top level */
    record Verb(List<String> path, Class<? extends CliCommand> command) {}

    public static Verbs of(Collection<? extends CliRoom> rooms) {
        Verbs verbs = new Verbs();
        rooms.forEach(room -> room.verbs(verbs));
        return verbs;
    }

    /** Says in one line what a group such as {@code tenant} or {@code hub rotate} is for. */
    public Verbs group(String path, String description) {
        groups.put(path, description);
        return this;
    }

    /** @param path the group the verb stands in, such as {@code tenant}; the verb's name is in its annotation */
    public Verbs add(String path, Class<? extends CliCommand> command) {
        verbs.add(new Verb(path.isEmpty() ? List.of() : List.of(path.split(" ")), command));
        return this;
    }

    /** The message of this exception is a sentence for whoever typed the command: the input was bad, exit status 2. */
    public Verbs badInput(Class<? extends Exception> type) {
        explained.put(type, Explanation.BAD_INPUT);
        return this;
    }

    /** The message of this exception is a sentence: it could not be done, exit status 1. */
    public Verbs failure(Class<? extends Exception> type) {
        explained.put(type, Explanation.FAILED);
        return this;
    }

    Map<Class<? extends Exception>, Integer> explained() {
        return Map.copyOf(explained);
    }

    String description(List<String> path) {
        return groups.getOrDefault(String.join(" ", path), "");
    }

    List<Verb> all() {
        return List.copyOf(verbs);
    }
}
