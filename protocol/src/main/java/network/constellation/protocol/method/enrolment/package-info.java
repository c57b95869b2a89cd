/**
 * The methods by which a site enrols its users in courses of another (mnet-wire.md 11.2). Entry class
 * {@link network.constellation.protocol.method.enrolment.EnrolmentMethods}.
 */
@NullMarked
package network.constellation.protocol.method.enrolment;

import org.jspecify.annotations.NullMarked;
