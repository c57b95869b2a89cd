package network.constellation.peer.web.home;

import java.time.Duration;
import network.constellation.peer.web.Access;
import network.constellation.peer.web.LocalPath;
import network.constellation.peer.web.Pages;
import network.constellation.peer.web.Routes;
import network.constellation.peer.web.WebCookie;
import network.constellation.peer.web.WebRequest;
import network.constellation.peer.web.WebResponse;

/** Language and appearance, kept by the browser for a year. */
final class PreferencePages implements Pages {
    private static final Duration YEAR = Duration.ofDays(365);

    @Override
    public void routes(Routes routes) {
        routes.post("/preferences", Access.anonymous(), PreferencePages::choose);
    }

    private static WebResponse choose(WebRequest request) {
        WebResponse answer =
                WebResponse.redirect(LocalPath.of(request.form("back")).orElse("/"));
        String language = request.form("lang");
        if (language.equals("en") || language.equals("fr")) {
            answer = answer.withCookie(new WebCookie("lang", language, YEAR));
        }
        String theme = request.form("theme");
        if (theme.equals("light") || theme.equals("dark")) {
            answer = answer.withCookie(new WebCookie("theme", theme, YEAR));
        } else if (theme.equals("auto")) {
            answer = answer.withCookie(WebCookie.forgetting("theme"));
        }
        return answer;
    }
}
