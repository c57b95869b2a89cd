package network.constellation.peer.courses;

import java.util.List;
import java.util.stream.Collectors;
import network.constellation.peer.web.text.Message;
import network.constellation.peer.web.text.Texts;

/** A package that is not sound, or that may not be published; nothing of it stays. {@link #getMessage} is English. */
public final class UnfitPackageException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Message> reasons;

    UnfitPackageException(List<Message> reasons) {
        super(reasons.stream().map(new Texts()::english).collect(Collectors.joining(" ")), null, false, false);
        this.reasons = List.copyOf(reasons);
    }

    /** Each a sentence, at least one. */
    public List<Message> reasons() {
        return reasons;
    }
}
