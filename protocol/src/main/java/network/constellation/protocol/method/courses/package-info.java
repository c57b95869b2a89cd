/**
 * How courses travel: the originals' functions of the service {@code publishflow} (courses-and-certificates.md 2.2),
 * {@link network.constellation.protocol.method.courses.PublishflowMethods}, and what our own peers say to each other
 * beside them, {@link network.constellation.protocol.method.courses.CourseMethods} (docs/protocol/courses.md).
 */
@NullMarked
package network.constellation.protocol.method.courses;

import org.jspecify.annotations.NullMarked;
