package network.constellation.peer.enrolment;

/** The names under which this room writes into the audit. */
final class EnrolmentEvents {
    /** A course of ours was opened to other sites. */
    static final String OPENED = "enrolment.course-opened";

    static final String CLOSED = "enrolment.course-closed";
    /** A user of another site is in a course of ours. */
    static final String ENROLLED = "enrolment.visitor-enrolled";

    static final String UNENROLLED = "enrolment.visitor-unenrolled";
    static final String REFUSED = "enrolment.visitor-refused";
    /** A user of ours is in a course of another site. */
    static final String SENT = "enrolment.sent";

    static final String WITHDRAWN = "enrolment.withdrawn";
    static final String SENDING_REFUSED = "enrolment.sending-refused";

    static final String[] ALL = {OPENED, CLOSED, ENROLLED, UNENROLLED, REFUSED, SENT, WITHDRAWN, SENDING_REFUSED};

    private EnrolmentEvents() {}
}
