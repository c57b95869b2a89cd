/**
 * Enrolment between sites (mnet-wire.md 11.2), in both roles: as service provider it opens courses to other sites and
 * takes their users; as identity provider it shows its people the courses of other sites and enrols them there.
 *
 * <p>Uses {@link network.constellation.peer.roaming.VisitorAccounts},
 * {@link network.constellation.peer.roaming.RemoteCourses} and
 * {@link network.constellation.peer.roaming.Destinations} of {@code roaming},
 * {@link network.constellation.peer.learning.CourseAction} of {@code learning}, and the doors of {@code platform} and
 * {@code peers}. Entry classes for others: {@link network.constellation.peer.enrolment.OpenCourses} (what is open here)
 * and {@link network.constellation.peer.enrolment.CoursesElsewhere} (what is open there, and enrolling in it).
 */
@NullMarked
package network.constellation.peer.enrolment;

import org.jspecify.annotations.NullMarked;
