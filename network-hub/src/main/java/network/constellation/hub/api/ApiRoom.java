package network.constellation.hub.api;

import com.google.inject.Binder;
import com.google.inject.multibindings.Multibinder;

/** What a room adds to the HTTP interface; contributed in its module by {@link #bind}. */
public interface ApiRoom {

    /** Declares each operation once. */
    void operations(Operations operations);

    /** For the module of a room. */
    static void bind(Binder binder, Class<? extends ApiRoom> room) {
        Multibinder.newSetBinder(binder, ApiRoom.class).addBinding().to(room);
    }
}
