package network.constellation.peer.dispatch;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Objects;
import network.constellation.peer.peers.NetworkStanding.Need;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.ServiceTable;
import network.constellation.peer.peers.Services;
import network.constellation.protocol.call.Fault;
import network.constellation.protocol.method.NetworkMethod;
import network.constellation.protocol.method.NetworkMethod.Authority;
import network.constellation.protocol.method.NetworkMethod.Effect;
import org.jspecify.annotations.Nullable;

/** Which method a caller means, and whether it may call it (mnet-wire.md 6 and 7.2). */
@Singleton
final class Gate {
    private static final String SYSTEM = "system/";

    private final MethodTable methods;
    private final Services services;

    @Inject
    Gate(MethodTable methods, Services services) {
        this.methods = methods;
        this.services = services;
    }

    /** What is to become of a call: a method to execute, or a fault. Exactly one is present. */
    record Decision(
            @Nullable MethodBinding binding, @Nullable Fault fault) {
        /** @throws Fault when it is refused */
        MethodBinding permitted() {
            if (fault != null) {
                throw fault;
            }
            return Objects.requireNonNull(binding);
        }

        /** How far the network's word must reach for it; a method that is not there can only be read about. */
        Need need() {
            return binding == null ? Need.READ : Need.of(binding.method());
        }

        /** Whether executing it changes state, so that its replay key must be durable first. */
        boolean changesState() {
            return binding != null && fault == null && binding.method().effect() != Effect.READ;
        }
    }

    Decision decide(Peer caller, String name, boolean readOnly) {
        if (!MethodTable.isWellFormed(name)) {
            return refuse(Faults.badName("bad-method-name"));
        }
        MethodBinding binding = methods.find(name).orElse(null);
        if (binding == null) {
            return refuse(
                    name.startsWith(SYSTEM)
                            ? Faults.unknownSystemMethod(
                                    name.equals("system/listFiles") || name.equals("system/retrieveFile"))
                            : Faults.unknownMethod("unknown-method"));
        }
        Fault fault = permission(caller, binding.method());
        if (fault == null && readOnly && binding.method().effect() != Effect.READ) {
            fault = Faults.forbiddenTransport("forbidden-transport");
        }
        return new Decision(binding, fault);
    }

    private @Nullable Fault permission(Peer caller, NetworkMethod<?, ?> method) {
        if (method.authority() == Authority.HUB && !caller.hub()) {
            return Faults.notPublished();
        }
        if (method.services().isEmpty()) {
            return null;
        }
        ServiceTable.Verdict verdict = services.table().verdict(caller.wwwroot(), method.name(), method.services());
        return switch (verdict) {
            case ALLOWED -> null;
            case NOT_PUBLISHED -> Faults.notPublished();
            case NO_ROW -> Faults.unknownMethod("no-service-row");
        };
    }

    private static Decision refuse(Fault fault) {
        return new Decision(null, fault);
    }
}
