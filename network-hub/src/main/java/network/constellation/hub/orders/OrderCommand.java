package network.constellation.hub.orders;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.google.inject.Binder;
import com.google.inject.multibindings.Multibinder;
import java.util.List;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.commands.Operation;
import network.constellation.protocol.method.administration.Intention;
import org.jspecify.annotations.Nullable;

/** One command of orders: how its plan is read at a site, how it is executed, how it is taken back. */
interface OrderCommand {
    /** As typed. */
    String name();

    ParameterSet parameters();

    /** What a site must have granted. */
    Operation operation();

    /** Whether it changes anything, and so can be rolled back (but for caches). */
    boolean writes();

    /** Whether {@link #restore} brings a former state back. */
    default boolean revertible() {
        return writes();
    }

    /** A site that may not be among the targets, because it is what they are made like. */
    default Optional<Wwwroot> source(Values parameters) {
        return Optional.empty();
    }

    /** The settings, plugins or roles that it is about, as a site's grants name them. */
    default List<String> subjects(Values parameters) {
        return List.of();
    }

    /** What a site is asked before it is planned there. */
    default Intention intention(Values parameters) {
        return new Intention(operation().label(), subjects(parameters), writes(), parameters.bytes());
    }

    /** @throws OrderRefused when values do not fit each other */
    default void check(Values parameters) {}

    /**
     * Read once before all targets; nothing is written anywhere when it cannot be.
     *
     * @throws AdminRefused when the source says no
     */
    default JsonNode prepare(Preparing preparing, Values parameters) {
        return NullNode.getInstance();
    }

    /** What is there now and what is wanted. @throws AdminRefused when the site says no */
    Reading read(Site site, Values parameters, JsonNode prepared);

    /** Executes it: brings about {@code after}, or reads. @throws AdminRefused when the site says no */
    JsonNode execute(Site site, Values parameters, JsonNode after);

    /** Brings {@code before} about again. @throws AdminRefused when the site says no */
    default void restore(Site site, Values parameters, JsonNode before) {
        throw new IllegalStateException(name() + " is not rolled back.");
    }

    /** What is at hand before any target. */
    interface Preparing {
        SiteCalls calls();

        Site site(Wwwroot source);
    }

    /** @param note for people; null for none */
    record Reading(
            JsonNode before, JsonNode after, @Nullable String note) {
        static Reading of(JsonNode before, JsonNode after) {
            return new Reading(before, after, null);
        }
    }

    static void bind(Binder binder, List<Class<? extends OrderCommand>> commands) {
        Multibinder<OrderCommand> set = Multibinder.newSetBinder(binder, OrderCommand.class);
        commands.forEach(command -> set.addBinding().to(command));
    }
}
