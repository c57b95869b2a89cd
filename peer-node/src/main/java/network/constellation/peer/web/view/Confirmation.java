package network.constellation.peer.web.view;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import network.constellation.peer.web.PageView;
import network.constellation.peer.web.WebResponse;
import network.constellation.peer.web.text.Message;

/**
 * The page before a dangerous action: what will happen, to how many, and that it can or cannot be undone.
 *
 * @param title key of the page's title in the room of {@code question}
 * @param extent the exact extent, such as "3 sites, 1 204 users"
 * @param action where the form is posted
 * @param hidden fields sent with it
 */
public record Confirmation(
        String title,
        Message question,
        Message extent,
        Message consequence,
        Message button,
        String action,
        Map<String, String> hidden,
        String cancel) {
    public Confirmation {
        hidden = Collections.unmodifiableMap(new LinkedHashMap<>(hidden));
    }

    public WebResponse answer() {
        return PageView.of(question.room(), "web/confirm.jte", title)
                .with("confirmation", this)
                .answer();
    }
}
