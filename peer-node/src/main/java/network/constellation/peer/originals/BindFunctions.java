package network.constellation.peer.originals;

import static network.constellation.protocol.method.Codecs.any;
import static network.constellation.protocol.method.Codecs.string;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.inject.Binder;
import com.google.inject.multibindings.Multibinder;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import network.constellation.peer.commands.AdminFunction;
import network.constellation.peer.commands.Operation;
import network.constellation.peer.commands.Reply;
import network.constellation.peer.commands.Task;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.method.Arguments;
import network.constellation.protocol.method.administration.AdminMethods;

/** {@code bind_peer} and {@code unbind_peer}, which come through the same checks as every order (network-admin.md 3.2). */
final class BindFunctions {
    private BindFunctions() {}

    static void bind(Binder binder) {
        Multibinder<AdminFunction> functions = Multibinder.newSetBinder(binder, AdminFunction.class);
        functions.addBinding().to(Bind.class);
        functions.addBinding().to(Unbind.class);
    }

    private static Task write(Hosts hosts, String address, Runnable work) {
        return new Task.Write(Set.of(Operation.BIND_PEER), List.of(address), new Task.Change() {
            @Override
            public JsonNode former() {
                return hosts.state(address);
            }

            @Override
            public Reply apply() {
                work.run();
                return Reply.success();
            }
        });
    }

    /** {@code mnetadmin_rpc_bind_peer}. */
    static final class Bind implements AdminFunction {
        private final Hosts hosts;

        @Inject
        Bind(Hosts hosts) {
            this.hosts = hosts;
        }

        @Override
        public AdminMethods.Function declaration() {
            return AdminMethods.BIND_PEER;
        }

        @Override
        public Task prepare(Arguments arguments) {
            Value record = arguments.required(0, "new_peer", any());
            Optional<Value> strategy = arguments.optional(1, "servicestrategy", any());
            return write(hosts, HostRecord.address(record), () -> hosts.bind(record, strategy));
        }
    }

    /** {@code mnetadmin_rpc_unbind_peer}. */
    static final class Unbind implements AdminFunction {
        private final Hosts hosts;

        @Inject
        Unbind(Hosts hosts) {
            this.hosts = hosts;
        }

        @Override
        public AdminMethods.Function declaration() {
            return AdminMethods.UNBIND_PEER;
        }

        @Override
        public Task prepare(Arguments arguments) {
            String wwwroot = arguments.required(0, "peer_wwwroot", string());
            String address = wwwroot.length() > 255 ? wwwroot.substring(0, 255) : wwwroot;
            return write(hosts, address, () -> hosts.unbind(wwwroot));
        }
    }
}
