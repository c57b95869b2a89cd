package network.constellation.peer.accounts;

import com.google.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import network.constellation.peer.mail.Letter;
import network.constellation.peer.mail.LetterOrder;
import network.constellation.peer.mail.LetterWriter;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.Profile;
import network.constellation.peer.platform.User;
import network.constellation.peer.web.text.Languages;
import network.constellation.peer.web.text.Texts;
import network.constellation.peer.web.view.SiteLook;

/** The letter with a link for a new password; the link is made when the letter is sent. */
final class ResetLetter implements LetterWriter {
    static final String NAME = "password-reset";
    /** Argument: the language of whoever asked, where the profile has none. */
    static final String LANGUAGE = "language";

    private final Platform platform;
    private final OneTimeLinks links;
    private final Texts texts;
    private final SiteLook look;

    @Inject
    ResetLetter(Platform platform, OneTimeLinks links, Texts texts, SiteLook look) {
        this.platform = platform;
        this.links = links;
        this.texts = texts;
        this.look = look;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Letter> write(LetterOrder order) {
        return platform.users()
                .find(order.userId())
                .filter(user -> !user.suspended()
                        && !user.remote()
                        && !user.profile().email().isEmpty())
                .map(user -> write(user, order));
    }

    private Letter write(User user, LetterOrder order) {
        Locale locale = user.profile()
                .field(Profile.LANGUAGE)
                .flatMap(Languages::of)
                .or(() -> Languages.of(order.arguments().get(LANGUAGE)))
                .orElse(Languages.ENGLISH);
        Texts.Text words = texts.in(locale, ResetLetter.class);
        return new Letter(
                user.profile().email(),
                words.say("letter.reset.subject", look.name()),
                words.say("letter.reset.text", user.fullName(), look.name(), user.username(), links.reset(user.id())));
    }
}
