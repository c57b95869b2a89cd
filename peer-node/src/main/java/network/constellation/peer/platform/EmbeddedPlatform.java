package network.constellation.peer.platform;

import com.google.inject.Inject;
import com.google.inject.Singleton;

/** The platform that comes with the node: everything in the tenant's own database. */
@Singleton
final class EmbeddedPlatform implements Platform {
    private final PlatformUsers users;
    private final Roles roles;
    private final Courses courses;
    private final Enrolments enrolments;
    private final CourseContents contents;
    private final Completion completion;
    private final PlatformSettings settings;
    private final Plugins plugins;

    @Inject
    EmbeddedPlatform(
            UsersStore users,
            RolesStore roles,
            CoursesStore courses,
            EnrolmentsStore enrolments,
            ContentsStore contents,
            CompletionStore completion,
            SettingsStore settings,
            PluginsStore plugins) {
        this.users = users;
        this.roles = roles;
        this.courses = courses;
        this.enrolments = enrolments;
        this.contents = contents;
        this.completion = completion;
        this.settings = settings;
        this.plugins = plugins;
    }

    @Override
    public PlatformUsers users() {
        return users;
    }

    @Override
    public Roles roles() {
        return roles;
    }

    @Override
    public Courses courses() {
        return courses;
    }

    @Override
    public Enrolments enrolments() {
        return enrolments;
    }

    @Override
    public CourseContents contents() {
        return contents;
    }

    @Override
    public Completion completion() {
        return completion;
    }

    @Override
    public PlatformSettings settings() {
        return settings;
    }

    @Override
    public Plugins plugins() {
        return plugins;
    }
}
