package network.constellation.peer.roaming;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import network.constellation.peer.jobs.JobKind;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.platform.PlatformException;
import network.constellation.peer.platform.User;
import network.constellation.protocol.method.roaming.RoamingMethods;
import network.constellation.protocol.method.roaming.UserPicture;

/** Fetches a visitor's picture from home after it changed there ({@code fetch_user_image}). */
@Singleton
final class FetchPictureJob implements JobKind<FetchPictureJob.Wanted> {
    private final Peers peers;
    private final PeerClient client;
    private final People people;

    @Inject
    FetchPictureJob(Peers peers, PeerClient client, People people) {
        this.peers = peers;
        this.client = client;
        this.people = people;
    }

    /** @param modified when it changed at home, in Unix seconds */
    record Wanted(long userId, String home, String username, long modified) {}

    @Override
    public String name() {
        return "roaming.fetch-picture";
    }

    @Override
    public Class<Wanted> stateType() {
        return Wanted.class;
    }

    @Override
    public List<NamedStep<Wanted>> steps() {
        return List.of(JobKind.step("fetch", (context, wanted) -> {
            Optional<Peer> home = peers.find(wanted.home()).filter(Peer::isApproved);
            Optional<User> user = people.find(wanted.userId());
            if (home.isPresent() && user.isPresent()) {
                take(wanted, user.get(), client.call(home.get(), RoamingMethods.FETCH_USER_IMAGE, wanted.username()));
            }
            return wanted;
        }));
    }

    private void take(Wanted wanted, User user, UserPicture answer) {
        if (answer instanceof UserPicture.Present present) {
            try {
                people.takePicture(user, present, Instant.ofEpochSecond(wanted.modified()));
            } catch (PlatformException tooLarge) {
                // A picture is not worth a failed job; the person keeps the old one.
                return;
            }
        }
    }

    @Override
    public RetryPolicy retries() {
        return new RetryPolicy(Duration.ofSeconds(2), Duration.ofMinutes(1), 4);
    }
}
