package network.constellation.protocol.method.roaming;

import java.util.List;

/** All courses of a user at the calling service provider; courses not listed are gone. */
public record EnrolmentUpdate(String username, List<RemoteEnrolment> courses) {
    public EnrolmentUpdate {
        courses = List.copyOf(courses);
    }
}
