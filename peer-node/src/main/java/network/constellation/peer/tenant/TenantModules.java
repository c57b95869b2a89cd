package network.constellation.peer.tenant;

import com.google.inject.Module;
import java.util.List;

/** The modules that make up every tenant, in one value that the node injector holds. */
public record TenantModules(List<Module> modules) {
    public TenantModules {
        modules = List.copyOf(modules);
    }
}
