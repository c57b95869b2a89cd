package network.constellation.peer.roaming;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Instant;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.jobs.Jobs;
import network.constellation.peer.peers.Services;
import network.constellation.peer.platform.User;
import network.constellation.protocol.method.roaming.RoamingMethods;
import network.constellation.protocol.method.roaming.RoamingUser;

/** What need not keep the person waiting: the picture from home, and the courses here told to the home (steps 6 and 7). */
@Singleton
final class AfterLanding {
    private final People people;
    private final RoamingTerms terms;
    private final Services services;
    private final Jobs jobs;
    private final FetchPictureJob picture;
    private final ReportCoursesJob courses;

    @Inject
    AfterLanding(
            People people,
            RoamingTerms terms,
            Services services,
            Jobs jobs,
            FetchPictureJob picture,
            ReportCoursesJob courses) {
        this.people = people;
        this.terms = terms;
        this.services = services;
        this.jobs = jobs;
        this.picture = picture;
        this.courses = courses;
    }

    void landed(User user, Wwwroot home, RoamingUser told, boolean returning) {
        if (!services.table().subscribes(home, RoamingMethods.SSO_IDP)) {
            return;
        }
        told.pictureModified()
                .filter(modified -> modified > 0 && terms.imported().contains(ProfileFields.PICTURE))
                .filter(modified -> people.stored(user)
                        .map(kept -> kept.modified().isBefore(Instant.ofEpochSecond(modified)))
                        .orElse(true))
                .ifPresent(modified -> jobs.start(
                        picture, new FetchPictureJob.Wanted(user.id(), home.value(), told.username(), modified)));
        if (returning) {
            jobs.start(courses, new ReportCoursesJob.Report(user.id(), home.value(), told.username()));
        }
    }
}
