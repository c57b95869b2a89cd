package network.constellation.peer.roaming;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.subnets.Parting;
import network.constellation.protocol.method.membership.Dismissed;

/** When the hub ends the link to a site, its visitors here are out at once, and nobody of ours counts as being there. */
@Singleton
final class PartedSites implements Parting {
    private final LandedSessions landed;
    private final JumpSessions jumps;
    private final Logouts logouts;

    @Inject
    PartedSites(LandedSessions landed, JumpSessions jumps, Logouts logouts) {
        this.landed = landed;
        this.jumps = jumps;
        this.logouts = logouts;
    }

    @Override
    public Dismissed from(Wwwroot peer) {
        long here = landed.all().stream()
                .filter(visit -> visit.peer().equals(peer))
                .filter(visit -> logouts.endHere(visit, "site-dismissed"))
                .count();
        long away = jumps.all().stream()
                .filter(journey -> journey.peer().equals(peer))
                .filter(jumps::end)
                .count();
        return new Dismissed(here, away);
    }
}
