package network.constellation.hub.standby;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.ProvidesIntoSet;
import network.constellation.hub.directory.Mandate;
import network.constellation.peer.dispatch.MethodBinding;
import network.constellation.peer.jobs.PeriodicWake;
import network.constellation.protocol.call.Fault;
import network.constellation.protocol.directory.Delegation;
import network.constellation.protocol.directory.DirectoryRefusedException;
import network.constellation.protocol.method.standby.StandbyMethods;

/** The network methods of this room. */
final class StandbyService extends AbstractModule {
    private static final int BAD_DELEGATION = 503;

    @ProvidesIntoSet
    MethodBinding prepare(Mandate mandate) {
        return MethodBinding.of(
                StandbyMethods.PREPARE,
                (context, term) -> mandate.prepare((int) Math.max(1, Math.min(term, Integer.MAX_VALUE)))
                        .raw());
    }

    @ProvidesIntoSet
    MethodBinding appoint(Mandate mandate, PeriodicWake wake) {
        return MethodBinding.of(StandbyMethods.APPOINT, (context, delegation) -> {
            try {
                mandate.accept(Delegation.decode(delegation));
                wake.now(context.tenant().wwwroot(), StandbyUpkeep.NAME);
                return true;
            } catch (DirectoryRefusedException | IllegalArgumentException wrong) {
                throw new Fault(BAD_DELEGATION, String.valueOf(wrong.getMessage()));
            }
        });
    }

    @ProvidesIntoSet
    MethodBinding state(Standby standby) {
        return MethodBinding.of(StandbyMethods.STATE, (context, digest) -> standby.state(context, digest));
    }
}
