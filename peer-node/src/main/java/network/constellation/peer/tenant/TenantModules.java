package network.constellation.peer.tenant;

import com.google.inject.Module;
import com.google.inject.spi.Elements;
import com.google.inject.spi.InstanceBinding;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The modules that make up every tenant, in one value that the node injector holds. */
public record TenantModules(List<Module> modules) {
    public TenantModules {
        modules = List.copyOf(modules);
    }

    /** What the modules bind as instances of this type. */
    public <T> Set<T> bound(Class<T> type) {
        return bound(modules, type);
    }

    static <T> Set<T> bound(List<Module> modules, Class<T> type) {
        Set<T> found = new LinkedHashSet<>();
        for (var element : Elements.getElements(modules)) {
            if (element instanceof InstanceBinding<?> binding && type.isInstance(binding.getInstance())) {
                found.add(type.cast(binding.getInstance()));
            }
        }
        return found;
    }
}
