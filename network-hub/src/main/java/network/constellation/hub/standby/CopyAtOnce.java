package network.constellation.hub.standby;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import network.constellation.hub.directory.Mandate;
import network.constellation.hub.founding.Founding;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.directory.DirectoryListener;
import network.constellation.peer.jobs.PeriodicWake;
import network.constellation.protocol.directory.Directory;
import network.constellation.protocol.directory.SuspensionList;

/** At the standby: whatever the network is told of is in the copy a moment later, not at the end of the minute. */
@Singleton
final class CopyAtOnce implements DirectoryListener {
    private final Founding founding;
    private final Mandate mandate;
    private final PeriodicWake wake;
    private final Wwwroot self;

    @Inject
    CopyAtOnce(Founding founding, Mandate mandate, PeriodicWake wake, Wwwroot self) {
        this.founding = founding;
        this.mandate = mandate;
        this.wake = wake;
        this.self = self;
    }

    @Override
    public void directoryChanged(Directory directory) {
        copy();
    }

    @Override
    public void suspensionsChanged(SuspensionList list) {
        copy();
    }

    private void copy() {
        if (founding.network().isEmpty() && mandate.highest().isPresent()) {
            wake.now(self, StandbyUpkeep.NAME);
        }
    }
}
