package network.constellation.peer.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import network.constellation.keys.provider.Digests;
import network.constellation.peer.door.ProblemPage;
import network.constellation.peer.web.text.Languages;
import network.constellation.peer.web.text.Texts;
import network.constellation.peer.web.view.Templates;

/** The page of a site that cannot even be opened: no frame, no file from the site, its few rules of style in itself. */
final class OutagePage implements ProblemPage {
    private static final String STYLE = "body{margin:0;font:1.0625rem/1.6 system-ui,sans-serif;color-scheme:light dark;"
            + "background:Canvas;color:CanvasText}main{max-width:36rem;margin:12vh auto 0;padding:0 1.25rem}"
            + "h1{font-size:1.6rem;line-height:1.25}";

    private final Texts texts;
    private final Templates templates;
    private final String policy;

    OutagePage(Texts texts, Templates templates) {
        this.texts = texts;
        this.templates = templates;
        String hash = Base64.getEncoder().encodeToString(Digests.sha256(STYLE.getBytes(StandardCharsets.UTF_8)));
        policy = "default-src 'none'; style-src 'sha256-" + hash + "'; frame-ancestors 'none'; base-uri 'none'";
    }

    @Override
    public Rendered render(int status, String acceptLanguage, String reference) {
        Locale locale = Languages.negotiate(acceptLanguage);
        Map<String, Object> parameters = Map.of(
                "t", texts.in(locale, Texts.class), "style", "<style>" + STYLE + "</style>", "reference", reference);
        return new Rendered(templates.render(Templates.class, "web/outage.jte", parameters), policy);
    }
}
