package network.constellation.peer.commands;

import com.google.inject.Binder;
import com.google.inject.multibindings.Multibinder;
import network.constellation.protocol.method.Arguments;
import network.constellation.protocol.method.administration.AdminMethods;

/** What answers one function of the originals (network-admin.md 3). One class, or one method, for each. */
public interface AdminFunction {
    AdminMethods.Function declaration();

    /**
     * Understands the arguments; reads and changes nothing.
     *
     * @throws network.constellation.protocol.method.ShapeException when they are of a wrong type or missing
     * @throws CommandRefused when they cannot be meant
     */
    Task prepare(Arguments arguments);

    static void bind(Binder binder, Class<? extends AdminFunction> function) {
        Multibinder.newSetBinder(binder, AdminFunction.class).addBinding().to(function);
    }
}
