package network.constellation.app.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import network.constellation.peer.platform.Course;
import network.constellation.peer.platform.CourseDraft;
import network.constellation.peer.platform.Enrolment;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.Profile;
import network.constellation.peer.platform.User;
import network.constellation.peer.platform.UserKey;

/** Learners and courses of a site whose generated activity is theirs, so that its figures fit together. */
final class SchoolPeople {
    private static final List<String> FIRST = List.of(
            "Amina", "Bruno", "Clara", "Emil", "Fatou", "Gwen", "Hugo", "Ines", "Jonas", "Kofi", "Lena", "Malik",
            "Nora");
    private static final List<String> LAST = List.of(
            "Abadi", "Berg", "Costa", "Dupont", "Eriksen", "Fischer", "Garcia", "Haddad", "Ivanov", "Jensen", "Kaya");
    private static final List<String> SUBJECTS = List.of("Mathematics 7", "Local history");

    private final Platform platform;
    private final DemoSite site;
    private final int number;

    SchoolPeople(DemoSite site, int number) {
        this.platform = site.get(Platform.class);
        this.site = site;
        this.number = number;
    }

    /** Accounts that nobody signs in with; made now, or by an earlier run. */
    List<Long> learners() {
        List<Long> courses = courses();
        List<Long> learners = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            String first = FIRST.get(i % FIRST.size());
            String last = LAST.get(i * 3 % LAST.size());
            String username = (first + "." + last + i).toLowerCase(Locale.ROOT);
            long course = courses.get(i % courses.size());
            learners.add(platform.users()
                    .findLocal(username)
                    .map(User::id)
                    .orElseGet(() -> made(username, first, last, course)));
        }
        return learners;
    }

    private long made(String username, String first, String last, long course) {
        String mail = username + "@" + site.key() + ".example.org";
        long user = platform.users()
                .create(new UserKey(site.wwwroot(), username), User.MANUAL, Profile.of(first, last, mail))
                .id();
        platform.enrolments().enrol(user, course, "student", Enrolment.MANUAL, Optional.empty(), Optional.empty());
        return user;
    }

    List<Long> courses() {
        long category = platform.courses().categories().get(0).id();
        List<Long> courses = new ArrayList<>();
        for (String subject : SUBJECTS) {
            String shortname = subject.split(" ")[0].toUpperCase(Locale.ROOT);
            courses.add(platform.courses()
                    .findByShortname(shortname)
                    .map(Course::id)
                    .orElseGet(() -> platform.courses()
                            .create(CourseDraft.of(shortname, subject, category))
                            .id()));
        }
        return courses;
    }
}
