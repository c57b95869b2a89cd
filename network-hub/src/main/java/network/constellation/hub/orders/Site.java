package network.constellation.hub.orders;

import java.util.List;
import network.constellation.keys.address.Wwwroot;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.method.administration.AdminCaller;
import network.constellation.protocol.method.administration.AdminMethods;

/** One site as one phase of one order calls it. */
final class Site {
    private final SiteCalls calls;
    private final Wwwroot peer;
    private final Order order;
    private final String phase;
    private final String expected;

    Site(SiteCalls calls, Wwwroot peer, Order order, String phase, String expected) {
        this.calls = calls;
        this.peer = peer;
        this.order = order;
        this.phase = phase;
        this.expected = expected;
    }

    Wwwroot peer() {
        return peer;
    }

    /** Reads; several calls of one function differ by {@code about}. @throws AdminRefused when it says no */
    AdminAnswer ask(AdminMethods.Function function, String about, Value... arguments) {
        return send(function, about, "", List.of(arguments)).required();
    }

    /** Changes the state that was expected. @throws AdminRefused when it says no */
    AdminAnswer order(AdminMethods.Function function, Value... arguments) {
        return send(function, "", expected, List.of(arguments)).required();
    }

    private AdminAnswer send(AdminMethods.Function function, String about, String mark, List<Value> arguments) {
        String call = SiteCalls.callId(order, peer, phase, function.name() + about);
        AdminCaller caller = new AdminCaller(
                order.createdBy(), calls.self().value(), calls.self().value(), call, mark);
        return calls.call(peer, caller, function, arguments);
    }
}
