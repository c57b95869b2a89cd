package network.constellation.hub.approvals;

import java.util.Optional;
import network.constellation.peer.platform.User;
import network.constellation.peer.web.Visitor;

/**
 * Who asks or approves. Only an administrator who proved to be one counts as a person; a shell on the machine does not,
 * because two commands of one shell are one person.
 *
 * @param account the account's number, when its holder signed in
 * @param name for the audit
 */
public record Person(Optional<Long> account, String name) {

    /** Whoever is signed in on a page. */
    public static Person of(Visitor visitor) {
        return new Person(Optional.of(visitor.id()), visitor.username());
    }

    /** Whoever has just shown this account's password, or a token of it. */
    public static Person of(User user) {
        return new Person(Optional.of(user.id()), user.username());
    }

    /** Somebody who did not say who, such as the command line. */
    public static Person unnamed(String actor) {
        return new Person(Optional.empty(), actor);
    }
}
