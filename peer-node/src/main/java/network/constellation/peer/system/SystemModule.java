package network.constellation.peer.system;

import com.google.inject.AbstractModule;
import com.google.inject.Provider;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.ProvidesIntoSet;
import network.constellation.peer.dispatch.MethodBinding;
import network.constellation.protocol.method.system.SystemMethods;

/** The introspection methods; for the tenant injector. */
public final class SystemModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(SystemService.class);
        Multibinder.newSetBinder(binder(), MethodBinding.class);
    }

    @ProvidesIntoSet
    MethodBinding listMethods(Provider<SystemService> service) {
        return MethodBinding.of(
                SystemMethods.LIST_METHODS,
                (context, arguments) -> service.get().listMethods(context, arguments));
    }

    @ProvidesIntoSet
    MethodBinding methodSignature(Provider<SystemService> service) {
        return MethodBinding.of(
                SystemMethods.METHOD_SIGNATURE,
                (context, arguments) -> service.get().methodSignature(context, arguments));
    }

    @ProvidesIntoSet
    MethodBinding methodHelp(Provider<SystemService> service) {
        return MethodBinding.of(
                SystemMethods.METHOD_HELP, (context, arguments) -> service.get().methodHelp(context, arguments));
    }

    @ProvidesIntoSet
    MethodBinding listServices(Provider<SystemService> service) {
        return MethodBinding.of(
                SystemMethods.LIST_SERVICES,
                (context, arguments) -> service.get().listServices(context, arguments));
    }

    @ProvidesIntoSet
    MethodBinding keyswap(Provider<SystemService> service) {
        return MethodBinding.of(
                SystemMethods.KEYSWAP, (context, arguments) -> service.get().keyswap(context, arguments));
    }
}
