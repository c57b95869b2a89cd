package network.constellation.hub.connectivity;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import network.constellation.peer.connectivity.Findings;
import network.constellation.peer.mail.Letter;
import network.constellation.peer.mail.LetterOrder;
import network.constellation.peer.mail.LetterWriter;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.Profile;
import network.constellation.peer.platform.User;
import network.constellation.peer.web.text.Languages;
import network.constellation.peer.web.text.Texts;

/** The letter to an administrator of the hub: what changed between sites in one round. */
final class MatrixLetter implements LetterWriter {
    static final String NAME = "matrix";
    static final String AFTER = "after";
    private static final int MOST = 50;

    private final Platform platform;
    private final MatrixStore store;
    private final Provider<Matrix> matrix;
    private final Texts texts;

    @Inject
    MatrixLetter(Platform platform, MatrixStore store, Provider<Matrix> matrix, Texts texts) {
        this.platform = platform;
        this.store = store;
        this.matrix = matrix;
        this.texts = texts;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Letter> write(LetterOrder order) {
        long after = Long.parseLong(order.arguments().getOrDefault(AFTER, "0"));
        List<MatrixEvent> events = store.events(after, MOST);
        return platform.users()
                .find(order.userId())
                .filter(user -> !events.isEmpty()
                        && !user.suspended()
                        && !user.profile().email().isEmpty())
                .map(user -> letter(user, events));
    }

    private Letter letter(User user, List<MatrixEvent> events) {
        Locale locale =
                user.profile().field(Profile.LANGUAGE).flatMap(Languages::of).orElse(Languages.ENGLISH);
        Texts.Text words = texts.in(locale, MatrixLetter.class);
        String lines = events.stream()
                .map(event -> words.say(
                        event.isRecovery() ? "letter.line.well" : "letter.line",
                        matrix.get().name(event.at()),
                        matrix.get().name(event.about()),
                        texts.say(locale, Findings.word(event.isRecovery() ? event.former() : event.word()))))
                .collect(Collectors.joining("\n"));
        return new Letter(
                user.profile().email(),
                words.count("letter.subject", events.size()),
                words.say(
                        "letter.text",
                        user.fullName(),
                        lines,
                        matrix.get().self().with(MatrixPages.PATH)));
    }
}
