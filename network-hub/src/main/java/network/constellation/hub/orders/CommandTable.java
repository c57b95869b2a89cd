package network.constellation.hub.orders;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All commands by name. */
@Singleton
final class CommandTable {
    private final Map<String, OrderCommand> byName;

    @Inject
    CommandTable(Set<OrderCommand> commands) {
        this.byName = commands.stream().collect(Collectors.toMap(OrderCommand::name, Function.identity()));
    }

    /** By name. */
    List<OrderCommand> all() {
        return byName.values().stream()
                .sorted(Comparator.comparing(OrderCommand::name))
                .toList();
    }

    /** @throws OrderRefused for a command that there is not */
    OrderCommand required(String name) {
        OrderCommand command = byName.get(name);
        if (command == null) {
            throw new OrderRefused("There is no command \"" + name + "\". There are: "
                    + all().stream().map(OrderCommand::name).collect(Collectors.joining(", ")) + ".");
        }
        return command;
    }
}
