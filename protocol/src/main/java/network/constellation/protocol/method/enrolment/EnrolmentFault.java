package network.constellation.protocol.method.enrolment;

import java.util.Optional;
import network.constellation.protocol.call.Fault;

/** Why an enrolment was refused (mnet-wire.md 9.2, 11.2). */
public enum EnrolmentFault {
    COULD_NOT_CREATE_USER(5011, "couldnotcreateuser"),
    COURSE_NOT_FOUND(5012, "coursenotfound"),
    COURSE_UNAVAILABLE(5013, "courseunavailable"),
    USER_NOT_FOUND(5014, "usernotfound"),
    NO_ENROL_INSTANCE(5017, "noenrolinstance"),
    COULD_NOT_INSTANTIATE(5018, "couldnotinstantiate"),
    COULD_NOT_ENROL(5019, "couldnotenrol"),
    COULD_NOT_UNENROL(5020, "couldnotunenrol"),
    EMPTY_USERNAME(5021, "emptyusername");

    private final int code;
    private final String key;

    EnrolmentFault(int code, String key) {
        this.code = code;
        this.key = key;
    }

    public int code() {
        return code;
    }

    /** The word of the originals, in {@code enrol_mnet}. */
    public String key() {
        return key;
    }

    /** As the originals say it. @param reason a word for our own audit */
    public Fault fault(String reason) {
        return new Fault(code, "enrol_mnet/" + key, reason);
    }

    public static Optional<EnrolmentFault> ofCode(int code) {
        for (EnrolmentFault fault : values()) {
            if (fault.code == code) {
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }
}
