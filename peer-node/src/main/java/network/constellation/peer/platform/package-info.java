/**
 * The learning platform of a tenant behind one interface, {@link network.constellation.peer.platform.Platform}: users,
 * roles, categories, courses, enrolments, settings. The embedded implementation keeps them in the tenant's database; an adapter to
 * a real Moodle will answer the same questions, so nothing here says more than such a platform can do.
 * {@link network.constellation.peer.platform.PlatformUsers}, {@link network.constellation.peer.platform.Roles},
 * {@link network.constellation.peer.platform.Courses}, {@link network.constellation.peer.platform.Enrolments},
 * {@link network.constellation.peer.platform.CourseContents}, {@link network.constellation.peer.platform.Completion},
 * {@link network.constellation.peer.platform.PlatformSettings} and
 * {@link network.constellation.peer.platform.Plugins} are its parts;
 * {@link network.constellation.peer.platform.Caches} is what it keeps in memory. Uses {@code store}, {@code files} and
 * {@code web}.
 */
@NullMarked
package network.constellation.peer.platform;

import org.jspecify.annotations.NullMarked;
