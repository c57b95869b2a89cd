package network.constellation.peer.commands;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** One call of a function (network-admin.md 3) with its arguments understood, not yet allowed. */
public sealed interface Task {

    /** Any one of these, granted, is enough. */
    Set<Operation> operations();

    /** The settings, plugins, roles or tables it is about; all must be granted. Empty: it narrows its answer itself. */
    List<String> subjects();

    /** Changes nothing. */
    record Read(Set<Operation> operations, List<String> subjects, Reading reading) implements Task {}

    /** @param change what is done, told apart from the state before it */
    record Write(Set<Operation> operations, List<String> subjects, Change change) implements Task {}

    /** @see Task.Read */
    @FunctionalInterface
    interface Reading {
        /** @param permitted of one subject, for a task that narrows its answer */
        Reply read(Predicate<String> permitted);
    }

    /** Done again it has the same effect, so that what a killed process left half done is done again. */
    interface Change {
        /** The state as it is now, in the form that {@link StateMark} marks. */
        JsonNode former();

        Reply apply();
    }
}
