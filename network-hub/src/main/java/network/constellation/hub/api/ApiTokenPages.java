package network.constellation.hub.api;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import network.constellation.peer.web.Access;
import network.constellation.peer.web.NotFoundException;
import network.constellation.peer.web.PageView;
import network.constellation.peer.web.Pages;
import network.constellation.peer.web.Routes;
import network.constellation.peer.web.WebRequest;
import network.constellation.peer.web.WebResponse;
import network.constellation.peer.web.text.Message;
import network.constellation.peer.web.view.Confirmation;
import network.constellation.peer.web.view.Field;
import network.constellation.peer.web.view.Form;

/** Where administrators make tokens for programs, see which are in use, and end them. */
@Singleton
public final class ApiTokenPages implements Pages {
    static final String PATH = "/hub/tokens";
    private static final Class<?> ROOM = ApiPages.class;
    private static final Access WHO = Access.siteAdministrator();
    private static final List<Integer> DAYS = List.of(1, 7, 30, 90, 365);

    private final ApiTokens tokens;
    private final Clock clock;

    @Inject
    ApiTokenPages(ApiTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(PATH, WHO, request -> page(Form.empty().set("days", "90")))
                .post(PATH, WHO, this::create)
                .get(PATH + "/revoke", WHO, this::confirm)
                .post(PATH + "/revoke", WHO, this::revoke);
    }

    private WebResponse page(Form form) {
        return view(form).answer();
    }

    private PageView view(Form form) {
        Map<String, String> days = new LinkedHashMap<>();
        DAYS.forEach(number -> days.put(String.valueOf(number), String.valueOf(number)));
        return PageView.of(ROOM, "api/tokens.jte", "tokens.title")
                .with("form", form)
                .with(
                        "name",
                        Field.text("name", "tokens.name")
                                .hint("tokens.name.hint")
                                .needed())
                .with("days", Field.select("days", "tokens.days", days).needed())
                .with("tokens", tokens.list())
                .with("now", clock.instant());
    }

    private WebResponse create(WebRequest request) {
        Form form = Form.from(request);
        Set<ApiScope> scopes = Arrays.stream(ApiScope.values())
                .filter(scope -> form.isChecked(scope.label()))
                .collect(Collectors.toSet());
        if (!DAYS.contains(days(form))) {
            throw new NotFoundException();
        }
        try {
            IssuedToken issued = tokens.create(form.value("name"), scopes, Duration.ofDays(days(form)), request.user());
            return PageView.of(ROOM, "api/issued.jte", "issued.title")
                    .under("tokens.title", PATH)
                    .with("issued", issued)
                    .with(
                            "example",
                            "curl -H \"Authorization: Bearer $TOKEN\" "
                                    + request.tenant().wwwroot().with(ApiOperation.BASE + "/peers"))
                    .answer();
        } catch (ApiRefusedException refused) {
            form.error(
                    scopes.isEmpty() ? "" : "name",
                    Message.of(ROOM, scopes.isEmpty() ? "tokens.noScope" : "tokens.badName"));
            return page(form).withStatus(422);
        }
    }

    private static int days(Form form) {
        String days = form.value("days");
        return days.matches("[0-9]{1,3}") ? Integer.parseInt(days) : 0;
    }

    private WebResponse confirm(WebRequest request) {
        ApiToken token = token(request.query("id")).orElseThrow(NotFoundException::new);
        return new Confirmation(
                        "revoke.title",
                        Message.of(ROOM, "revoke.question", token.name()),
                        Message.of(ROOM, "revoke.extent", token.owner(), scopes(token)),
                        Message.of(ROOM, "revoke.consequence"),
                        Message.of(ROOM, "revoke.button"),
                        PATH + "/revoke",
                        Map.of("id", token.id()),
                        PATH)
                .answer();
    }

    private WebResponse revoke(WebRequest request) {
        ApiToken token = token(request.form("id")).orElseThrow(NotFoundException::new);
        tokens.revoke(token.id(), request.user().username());
        return WebResponse.redirect(PATH).withNotice(Message.of(ROOM, "revoke.done", token.name()));
    }

    private Optional<ApiToken> token(String id) {
        return tokens.list().stream()
                .filter(token -> token.id().equals(id) && token.inForce(clock.instant()))
                .findFirst();
    }

    private static String scopes(ApiToken token) {
        return token.scopes().stream().map(ApiScope::label).collect(Collectors.joining(", "));
    }
}
