package network.constellation.peer.roaming;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.platform.Picture;
import network.constellation.peer.platform.User;
import network.constellation.peer.tenant.Tenant;
import network.constellation.protocol.method.roaming.HostCourses;
import network.constellation.protocol.method.roaming.RoamingUser;

/** What this site tells of one of its users to one other site: the agreed fields and nothing else. */
@Singleton
final class RoamingUsers {
    private final Tenant tenant;
    private final People people;
    private final Peers peers;
    private final RoamingTerms terms;
    private final RemoteCourses courses;
    private final RoamingConfig config;

    @Inject
    RoamingUsers(
            Tenant tenant,
            People people,
            Peers peers,
            RoamingTerms terms,
            RemoteCourses courses,
            RoamingConfig config) {
        this.tenant = tenant;
        this.people = people;
        this.peers = peers;
        this.terms = terms;
        this.courses = courses;
        this.config = config;
    }

    RoamingUser tell(User person, Wwwroot peer) {
        List<String> exported = terms.exportedTo(peer);
        Map<String, String> profile = new LinkedHashMap<>(
                ProfileFields.only(exported, person.profile().fields()));
        boolean withPicture = exported.contains(ProfileFields.PICTURE);
        Optional<Picture> picture = withPicture ? people.stored(person) : Optional.empty();
        if (withPicture) {
            // The originals send the number of a file; peers only look whether it is more than zero.
            profile.put(ProfileFields.PICTURE, picture.isPresent() ? "1" : "0");
        }
        return new RoamingUser(
                person.username(),
                person.profile().firstName(),
                person.profile().lastName(),
                person.profile().email(),
                profile,
                "mnet",
                tenant.wwwroot().value(),
                Optional.of(config.sessionLife().toSeconds()),
                picture.map(found -> found.modified().getEpochSecond()),
                picture.map(Picture::largeType),
                hosts(person));
    }

    /** Whether pictures are among what this site is told. */
    boolean tellsPicture(Wwwroot peer) {
        return terms.exportedTo(peer).contains(ProfileFields.PICTURE);
    }

    /** The sites where the person has courses, this one first. */
    private List<HostCourses> hosts(User person) {
        List<HostCourses> hosts = new ArrayList<>();
        int here = people.courseCount(person);
        if (here > 0) {
            hosts.add(new HostCourses(tenant.name(), tenant.wwwroot().value(), here));
        }
        Map<Wwwroot, Long> counts = new TreeMap<>();
        courses.of(person.id()).forEach(course -> counts.merge(course.peer(), 1L, Long::sum));
        counts.forEach((site, count) -> peers.find(site)
                .filter(Peer::isApproved)
                .ifPresent(peer -> hosts.add(new HostCourses(peer.name(), site.value(), count))));
        return hosts;
    }
}
