package network.constellation.hub.console;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import network.constellation.hub.registry.Tags;
import network.constellation.hub.subnets.SubNetworks;
import network.constellation.peer.web.text.Texts;
import network.constellation.peer.web.view.State;

/** What sites can be filtered by, in the reader's language. */
@Singleton
final class FilterChoices {
    private final SubNetworks subNetworks;
    private final Tags tags;
    private final Texts texts;

    @Inject
    FilterChoices(SubNetworks subNetworks, Tags tags, Texts texts) {
        this.subNetworks = subNetworks;
        this.tags = tags;
        this.texts = texts;
    }

    Map<String, String> states(Locale locale) {
        Texts.Text words = texts.in(locale, ConsolePages.class);
        Map<String, String> choices = all(words);
        for (State state : State.values()) {
            choices.put(state.css(), words.say(state.key()));
        }
        return choices;
    }

    Map<String, String> subnetworks(Locale locale) {
        Texts.Text words = texts.in(locale, ConsolePages.class);
        Map<String, String> choices = all(words);
        subNetworks
                .list()
                .forEach(network -> choices.put(
                        String.valueOf(network.number()),
                        network.number() + (network.name().isBlank() ? "" : " · " + network.name())));
        choices.put("none", words.say("filter.noSubnetwork"));
        return choices;
    }

    Map<String, String> tags(Locale locale) {
        Map<String, String> choices = all(texts.in(locale, ConsolePages.class));
        tags.counts().forEach((tag, sites) -> choices.put(tag, tag + " (" + sites + ")"));
        return choices;
    }

    private static Map<String, String> all(Texts.Text words) {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put("", words.say("filter.all"));
        return choices;
    }
}
