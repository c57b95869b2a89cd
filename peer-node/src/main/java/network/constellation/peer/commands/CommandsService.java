package network.constellation.peer.commands;

import com.google.inject.AbstractModule;
import com.google.inject.Provider;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.ProvidesIntoSet;
import java.util.Set;
import network.constellation.peer.dispatch.MethodBinding;
import network.constellation.protocol.method.NetworkMethod;
import network.constellation.protocol.method.administration.AdminCall;
import network.constellation.protocol.method.administration.AdminMethods;
import network.constellation.protocol.method.administration.GrantMethods;

/** The network methods of this room: every declared function, all through {@link Commands}. */
final class CommandsService extends AbstractModule {
    @Override
    protected void configure() {
        Provider<Commands> commands = getProvider(Commands.class);
        Multibinder<MethodBinding> bindings = Multibinder.newSetBinder(binder(), MethodBinding.class);
        for (AdminMethods.Function function : AdminMethods.FUNCTIONS) {
            for (NetworkMethod<AdminCall, String> method : function.methods()) {
                bindings.addBinding()
                        .toInstance(MethodBinding.of(
                                method, (context, call) -> commands.get().answer(function, context, call)));
            }
        }
    }

    @ProvidesIntoSet
    MethodBinding granted(Grants grants) {
        return MethodBinding.of(
                AdminMethods.GRANTED,
                (context, nothing) -> grants.open(context.peer().wwwroot()).stream()
                        .map(Operation::label)
                        .toList());
    }

    @ProvidesIntoSet
    MethodBinding grants(Grants grants) {
        return MethodBinding.of(
                GrantMethods.GRANTS,
                (context, nothing) -> grants.of(context.peer().wwwroot()).stream()
                        .filter(grant -> grant.isOpen(context.at()))
                        .map(Grant::told)
                        .toList());
    }

    @ProvidesIntoSet
    MethodBinding permits(Authority authority) {
        return MethodBinding.of(AdminMethods.PERMITS, (context, intention) -> {
            try {
                Operation operation = Operation.of(intention.operation())
                        .orElseThrow(() -> new CommandRefused(
                                CommandRefused.DATA, "operation", "This site knows no " + intention.operation() + "."));
                authority.permit(
                        context.peer().wwwroot(),
                        Set.of(operation),
                        intention.subjects(),
                        intention.writes(),
                        intention.bytes(),
                        context.at());
                return "";
            } catch (CommandRefused refused) {
                return refused.sentence();
            }
        });
    }
}
