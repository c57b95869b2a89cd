/**
 * Courses as learners meet them: outline, activities, files, what is done; and a package made into a course of the platform
 * by {@link network.constellation.peer.learning.PackageRestorer}. Other rooms add to the page of a course by a
 * {@link network.constellation.peer.learning.CourseAction}. {@link network.constellation.peer.learning.CourseAccess}
 * says who may see what, {@link network.constellation.peer.learning.SafeHtml} cleans what strangers wrote. Uses the doors of
 * {@code platform} and {@code packages}, {@code files}, {@code usage} and {@code web}.
 */
@NullMarked
package network.constellation.peer.learning;

import org.jspecify.annotations.NullMarked;
