package network.constellation.peer.packages;

import network.constellation.peer.web.text.Message;

/**
 * Something about a package that a person should know, though it was taken.
 *
 * @param code such as {@code users} or {@code enrolment-key}
 * @param member the member, or the file's path in the course
 * @param count how many of it
 */
public record PackageFinding(Kind kind, String code, String member, long count) {

    /** What it means. */
    public enum Kind {
        /** About persons: not publishable (4.4.10). */
        PERSONAL,
        /** Something like a password: warned (4.4.11). */
        SECRET,
        /** Anything else worth a look. */
        WARNING
    }

    public PackageFinding {
        member = PackageRefusedException.shown(member);
    }

    public Message sentence() {
        return Message.of(PackageFinding.class, "finding." + code, member, count);
    }
}
