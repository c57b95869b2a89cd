package network.constellation.peer.platform;

/** The tenant's learning platform. Methods may take a database's or a remote call's time; all are thread-safe. */
public interface Platform {

    PlatformUsers users();

    Roles roles();

    Courses courses();

    Enrolments enrolments();

    CourseContents contents();

    Completion completion();

    PlatformSettings settings();

    Plugins plugins();
}
