package network.constellation.peer.accounts;

import com.google.inject.Binder;
import com.google.inject.multibindings.Multibinder;
import java.util.List;

/** Other ways to sign in, offered on the sign-in page: roaming adds the homes from which people come. */
public interface SignInChoices {

    /** @param wantsurl the page that is wanted afterwards, a path of this site */
    List<Choice> choices(String wantsurl);

    /**
     * One way.
     *
     * @param name of the other site
     * @param path a page of ours, declared with {@code getLeaving}, that leads there
     */
    record Choice(String name, String path) {}

    /** For the module of a room. */
    static void bind(Binder binder, Class<? extends SignInChoices> choices) {
        Multibinder.newSetBinder(binder, SignInChoices.class).addBinding().to(choices);
    }
}
