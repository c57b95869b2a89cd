package network.constellation.peer.tenant;

import com.google.inject.Binder;
import com.google.inject.Module;
import com.google.inject.multibindings.Multibinder;
import java.util.List;
import network.constellation.keys.address.Wwwroot;

/** Rooms that only some tenants have, such as those of a hub; contributed in the node injector. */
public interface TenantRooms {

    /** The modules that this tenant has beyond those of every tenant; asked each time it is opened. */
    List<Module> of(Wwwroot tenant);

    /** All that it may ever give: the settings of these are known wherever this program runs. */
    List<Module> all();

    /** For a module of the node injector. */
    static void bind(Binder binder, Class<? extends TenantRooms> rooms) {
        Multibinder.newSetBinder(binder, TenantRooms.class).addBinding().to(rooms);
    }
}
