package network.constellation.peer.mail;

import com.google.inject.Binder;
import com.google.inject.multibindings.Multibinder;
import java.util.Optional;

/** A room's way to write one sort of letter; asked when it is about to be sent, and again when sending failed. */
public interface LetterWriter {

    /** Unique in the tenant, and the same for ever. */
    String name();

    /** Empty when there is nothing to send any more, as when the user is gone. */
    Optional<Letter> write(LetterOrder order);

    /** For the module of a room. */
    static void bind(Binder binder, Class<? extends LetterWriter> writer) {
        Multibinder.newSetBinder(binder, LetterWriter.class).addBinding().to(writer);
    }
}
