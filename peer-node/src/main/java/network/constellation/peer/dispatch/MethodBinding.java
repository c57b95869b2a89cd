package network.constellation.peer.dispatch;

import java.util.List;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.method.NetworkMethod;

/**
 * A declared method and what answers it. Features contribute these to the set of their injector:
 * {@code Multibinder.newSetBinder(binder(), MethodBinding.class)}.
 */
public final class MethodBinding {
    private final NetworkMethod<?, ?> method;
    private final Invocation invocation;

    private MethodBinding(NetworkMethod<?, ?> method, Invocation invocation) {
        this.method = method;
        this.invocation = invocation;
    }

    public static <A, R> MethodBinding of(NetworkMethod<A, R> method, Handler<A, R> handler) {
        return new MethodBinding(
                method,
                (context, arguments) -> method.answer()
                        .encode(handler.answer(context, method.arguments().decode(arguments))));
    }

    public NetworkMethod<?, ?> method() {
        return method;
    }

    /** @throws network.constellation.protocol.method.ShapeException when the arguments do not fit the declaration */
    Value invoke(CallContext context, List<Value> arguments) {
        return invocation.invoke(context, arguments);
    }

    /** What a feature's service does with one call; throws {@link network.constellation.protocol.call.Fault}. */
    @FunctionalInterface
    public interface Handler<A, R> {
        R answer(CallContext context, A arguments);
    }

    @FunctionalInterface
    private interface Invocation {
        Value invoke(CallContext context, List<Value> arguments);
    }
}
