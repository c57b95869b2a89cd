package network.constellation.peer.roaming;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.platform.Category;
import network.constellation.peer.platform.Course;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.Profile;
import network.constellation.peer.platform.Role;
import network.constellation.peer.platform.Roles;
import network.constellation.peer.platform.Scope;
import network.constellation.peer.platform.User;
import network.constellation.peer.platform.UserFilter;
import network.constellation.peer.platform.UserKey;
import network.constellation.protocol.method.roaming.Picture;
import network.constellation.protocol.method.roaming.RemoteEnrolment;
import network.constellation.protocol.method.roaming.UserPicture;

/** The accounts of this site in the words of roaming; the platform keeps them. */
@Singleton
final class People {
    private final Platform platform;
    private final Wwwroot self;

    @Inject
    People(Platform platform, Wwwroot self) {
        this.platform = platform;
        this.self = self;
    }

    Optional<User> find(long userId) {
        return platform.users().find(userId);
    }

    /** An account whose home is here, whether or not it is suspended. */
    Optional<User> own(String username) {
        return platform.users().findLocal(username);
    }

    /** Numbers of the suspended accounts, own and visitors'. */
    Set<Long> suspended() {
        UserFilter all = UserFilter.all();
        UserFilter suspended = new UserFilter(
                all.search(),
                all.home(),
                all.origin(),
                Optional.of(true),
                all.role(),
                all.sort(),
                all.descending(),
                all.offset(),
                all.limit());
        return platform.users().list(suspended).users().stream().map(User::id).collect(Collectors.toSet());
    }

    /** This site. */
    Wwwroot self() {
        return self;
    }

    boolean isOwn(User user) {
        return user.key().home().equals(self);
    }

    /** @throws network.constellation.peer.platform.PlatformException for a name that no account can have */
    Optional<User> visitor(Wwwroot home, String username) {
        return platform.users().find(new UserKey(home, username));
    }

    /** Makes the account of somebody who lands for the first time; confirmed from the start, as at the originals. */
    User create(Wwwroot home, String username, Map<String, String> profile) {
        return platform.users().create(new UserKey(home, username), User.MNET, new Profile(profile));
    }

    /** Takes over what the home tells; what it does not tell stays. */
    User update(User visitor, Map<String, String> profile) {
        Profile changed = visitor.profile();
        for (Map.Entry<String, String> field : profile.entrySet()) {
            changed = changed.with(field.getKey(), field.getValue());
        }
        return changed.equals(visitor.profile()) ? visitor : platform.users().update(visitor.id(), changed);
    }

    void loggedIn(User user) {
        platform.users().loggedIn(user.id());
    }

    boolean mayRoam(User user) {
        return platform.roles().can(user.id(), Roles.ROAM, Scope.site());
    }

    /** The courses here in which somebody has a role, as the originals report them. */
    List<RemoteEnrolment> courses(User user) {
        List<RemoteEnrolment> enrolments = new ArrayList<>();
        platform.roles()
                .heldInCourses(user.id())
                .forEach((courseId, roles) -> platform.courses()
                        .find(courseId)
                        .filter(Course::visible)
                        .ifPresent(course -> enrolments.add(
                                enrolment(course, roles.iterator().next()))));
        enrolments.sort(Comparator.comparing(RemoteEnrolment::sortOrder).thenComparing(RemoteEnrolment::id));
        return enrolments;
    }

    /** How many courses here somebody has a role in. */
    int courseCount(User user) {
        return platform.roles().heldInCourses(user.id()).size();
    }

    private RemoteEnrolment enrolment(Course course, String shortname) {
        Optional<Category> category = platform.courses().category(course.category());
        Optional<Role> role = platform.roles().find(shortname);
        return new RemoteEnrolment(
                course.id(),
                course.fullname(),
                course.shortname(),
                course.sortOrder(),
                course.idNumber(),
                course.summary(),
                course.start().map(Instant::getEpochSecond).orElse(0L),
                course.category(),
                category.map(Category::name).orElse(""),
                category.map(Category::description).orElse(""),
                role.map(Role::id).orElse(0L),
                role.map(Role::name).orElse(shortname));
    }

    UserPicture picture(User user) {
        return platform.users()
                .picture(user.id())
                .<UserPicture>map(found -> new UserPicture.Present(
                        new Picture(found.large(), Optional.of(found.largeType())),
                        Optional.of(new Picture(found.small(), Optional.of(found.smallType())))))
                .orElseGet(UserPicture.None::new);
    }

    Optional<network.constellation.peer.platform.Picture> stored(User user) {
        return platform.users().picture(user.id());
    }

    /**
     * Takes over a picture from home.
     *
     * @param modified when it changed there, so that it is fetched again only after the next change
     */
    void takePicture(User visitor, UserPicture.Present picture, Instant modified) {
        Picture large = picture.large();
        Picture small = picture.small().orElse(large);
        Optional<String> largeType = ImageTypes.of(large.bytes());
        Optional<String> smallType = ImageTypes.of(small.bytes());
        if (largeType.isPresent() && smallType.isPresent()) {
            platform.users()
                    .picture(
                            visitor.id(),
                            new network.constellation.peer.platform.Picture(
                                    large.bytes(), largeType.get(), small.bytes(), smallType.get(), modified));
        }
    }
}
