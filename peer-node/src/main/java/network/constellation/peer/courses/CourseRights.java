package network.constellation.peer.courses;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import network.constellation.peer.platform.Category;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.Scope;
import network.constellation.peer.platform.User;

/** Who may publish and deploy (courses-and-certificates.md 1.4). */
@Singleton
final class CourseRights {
    static final String PUBLISH = "block/publishflow:publish";
    static final String DEPLOY = "block/publishflow:deploy";
    static final String MANAGE_FILES = "block/publishflow:managepublishedfiles";

    private static final String FIELD = "deployprofilefield";
    private static final String FIELD_VALUE = "deployprofilefieldvalue";

    private final Platform platform;
    private final CourseSettings settings;

    @Inject
    CourseRights(Platform platform, CourseSettings settings) {
        this.platform = platform;
        this.settings = settings;
    }

    /** On the whole site, or in some category or course. */
    boolean anywhere(User user, String capability) {
        if (at(user, capability, Scope.site())) {
            return true;
        }
        for (Category category : platform.courses().categories()) {
            if (platform.roles().can(user.id(), capability, Scope.category(category.id()))) {
                return true;
            }
        }
        return platform.roles().heldInCourses(user.id()).keySet().stream()
                .anyMatch(course -> platform.roles().can(user.id(), capability, Scope.course(course)));
    }

    /** At one place; a value in the person's profile may stand for the right to deploy. */
    boolean at(User user, String capability, Scope scope) {
        return platform.roles().can(user.id(), capability, scope) || capability.equals(DEPLOY) && byProfile(user);
    }

    private boolean byProfile(User user) {
        String field = settings.get(FIELD).orElse("");
        String wanted = settings.get(FIELD_VALUE).orElse("");
        return !field.isEmpty()
                && !wanted.isEmpty()
                && user.profile().field(field).filter(wanted::equals).isPresent();
    }
}
