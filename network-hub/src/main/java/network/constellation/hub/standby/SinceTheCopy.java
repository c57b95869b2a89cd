package network.constellation.hub.standby;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import network.constellation.hub.registry.Member;
import network.constellation.hub.registry.Registry;
import network.constellation.hub.subnets.Members;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.fingerprint.Fingerprint;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.protocol.directory.Directory;
import network.constellation.protocol.directory.DirectoryRefusedException;
import network.constellation.protocol.directory.MemberEntry;

/**
 * Who joined or left between the copy and the newest directory that the lost hub signed: its signature counts for more than
 * the older copy. Again, it changes nothing.
 */
final class SinceTheCopy {
    private final Registry registry;
    private final Members members;
    private final CryptoEngine engine;
    private final Clock clock;
    private final Wwwroot self;

    @Inject
    SinceTheCopy(Registry registry, Members members, CryptoEngine engine, Clock clock, Wwwroot self) {
        this.registry = registry;
        this.members = members;
        this.engine = engine;
        this.clock = clock;
        this.self = self;
    }

    /**
     * Before members are made peers.
     *
     * @param newest what this site held as a member
     * @param copied the directory of the copy
     * @return those who joined since
     */
    List<MemberEntry> registers(Directory newest, Optional<Directory> copied, List<String> notes) {
        if (copied.filter(copy -> !newest.version().isAfter(copy.version())).isPresent()) {
            return List.of();
        }
        for (Member member : registry.members()) {
            if ((member.state() == Member.State.ADMITTED || member.state() == Member.State.SUSPENDED)
                    && newest.member(member.wwwroot()).isEmpty()) {
                registry.decide(member.wwwroot(), Member.State.REMOVED);
                notes.add(member.wwwroot() + " left the network after the copy was made, and stays out of it.");
            }
        }
        return newest.members().stream()
                .filter(member ->
                        !member.wwwroot().equals(self) && !member.wwwroot().equals(newest.hub()))
                .filter(member -> registry.find(member.wwwroot())
                        .filter(known -> known.state() != Member.State.REMOVED)
                        .isEmpty())
                .filter(member -> register(member, newest.header().network(), notes))
                .toList();
    }

    private boolean register(MemberEntry member, String network, List<String> notes) {
        try {
            PublicIdentity identity = member.current().identity(engine, member.wwwroot());
            registry.handedOn(new Member(
                    member.wwwroot(),
                    member.name(),
                    member.application(),
                    Fingerprint.of(identity, network).hex(),
                    identity.bundle(),
                    Member.State.ADMITTED,
                    clock.instant(),
                    0,
                    member.strategy()));
            notes.add(member.wwwroot() + " joined after the copy was made, and was taken over from the directory.");
            return true;
        } catch (DirectoryRefusedException unfit) {
            notes.add(member.wwwroot() + " joined after the copy was made; invite it again.");
            return false;
        }
    }

    /** When they are peers. */
    void place(List<MemberEntry> joined, String actor, List<String> notes) {
        for (MemberEntry member : joined) {
            try {
                members.policySubNetworks(member.wwwroot(), member.subnetworks(), actor);
            } catch (IllegalArgumentException gone) {
                notes.add(member.wwwroot() + " was in sub-networks that are not here: " + gone.getMessage());
            }
        }
    }
}
