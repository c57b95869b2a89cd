package network.constellation.peer.dispatch;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import network.constellation.protocol.method.NetworkMethod;

/** All methods this tenant answers, by their name on the wire. Two declarations of one name refuse to start. */
@Singleton
public final class MethodTable {
    /** What a name must look like before it is even looked up (mnet-wire.md 6, step 8). */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]+/[A-Za-z0-9/_.\\-]+(\\.php/)?[A-Za-z0-9_\\-]+");

    private final Map<String, MethodBinding> byName;
    private final List<NetworkMethod<?, ?>> sorted;

    @Inject
    MethodTable(Set<MethodBinding> bindings) {
        this((Collection<MethodBinding>) bindings);
    }

    public MethodTable(Collection<MethodBinding> bindings) {
        Map<String, MethodBinding> table = new HashMap<>();
        for (MethodBinding binding : bindings) {
            String name = binding.method().name();
            if (!isWellFormed(name)) {
                throw new IllegalStateException("The method name " + name + " could never be called.");
            }
            if (table.put(name, binding) != null) {
                throw new IllegalStateException("The method " + name + " is declared twice.");
            }
        }
        byName = Map.copyOf(table);
        TreeMap<String, NetworkMethod<?, ?>> names = new TreeMap<>();
        byName.forEach((name, binding) -> names.put(name, binding.method()));
        sorted = List.copyOf(names.values());
    }

    public static boolean isWellFormed(String name) {
        return name.length() <= 255 && NAME.matcher(name).matches();
    }

    public Optional<MethodBinding> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Every declaration, sorted by name. */
    public List<NetworkMethod<?, ?>> all() {
        return sorted;
    }
}
