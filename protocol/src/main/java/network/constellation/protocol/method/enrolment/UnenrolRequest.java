package network.constellation.protocol.method.enrolment;

/** Somebody is to leave a course. @param courseId the number at the called site */
public record UnenrolRequest(String username, long courseId) {}
