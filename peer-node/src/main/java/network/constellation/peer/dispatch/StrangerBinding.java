package network.constellation.peer.dispatch;

import com.google.inject.Binder;
import com.google.inject.multibindings.Multibinder;
import java.net.InetAddress;
import java.util.List;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.method.NetworkMethod;
import network.constellation.protocol.method.NetworkMethod.Authority;

/**
 * A declared method that anyone may call without an envelope, and what answers it. What such a call may do must follow
 * from its argument alone, as an admission request that bears its own signature.
 */
public final class StrangerBinding {
    private final NetworkMethod<?, ?> method;
    private final Invocation invocation;

    private StrangerBinding(NetworkMethod<?, ?> method, Invocation invocation) {
        this.method = method;
        this.invocation = invocation;
    }

    /** @throws IllegalArgumentException for a method that is not declared for strangers */
    public static <A, R> StrangerBinding of(NetworkMethod<A, R> method, Handler<A, R> handler) {
        if (method.authority() != Authority.STRANGER) {
            throw new IllegalArgumentException(method.name() + " is not declared for strangers.");
        }
        return new StrangerBinding(
                method,
                (from, arguments) -> method.answer()
                        .encode(handler.answer(from, method.arguments().decode(arguments))));
    }

    /** Has the set bound even where no room adds to it. */
    static void bindNone(Binder binder) {
        Multibinder.newSetBinder(binder, StrangerBinding.class);
    }

    NetworkMethod<?, ?> method() {
        return method;
    }

    Value invoke(InetAddress from, List<Value> arguments) {
        return invocation.invoke(from, arguments);
    }

    /** What a feature does with one such call; throws {@link network.constellation.protocol.call.Fault}. */
    @FunctionalInterface
    public interface Handler<A, R> {
        R answer(InetAddress from, A arguments);
    }

    @FunctionalInterface
    private interface Invocation {
        Value invoke(InetAddress from, List<Value> arguments);
    }
}
