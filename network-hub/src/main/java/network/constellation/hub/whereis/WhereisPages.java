package network.constellation.hub.whereis;

import jakarta.inject.Inject;
import network.constellation.peer.web.Access;
import network.constellation.peer.web.PageView;
import network.constellation.peer.web.Pages;
import network.constellation.peer.web.Routes;
import network.constellation.peer.web.WebRequest;
import network.constellation.peer.web.WebResponse;
import network.constellation.peer.web.text.Message;
import network.constellation.peer.web.view.Field;
import network.constellation.peer.web.view.Form;
import network.constellation.protocol.method.whereis.WhereisMethods;

/** The place "People" of the console. Searching is a POST: whom somebody looks for belongs in no address and no log. */
public final class WhereisPages implements Pages {
    static final String PATH = "/hub/people";
    static final Access WHO = Access.admin("manager");

    private static final Class<?> ROOM = WhereisPages.class;

    private final Whereis whereis;

    @Inject
    WhereisPages(Whereis whereis) {
        this.whereis = whereis;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(PATH, WHO, this::form).post(PATH, WHO, this::search);
    }

    private WebResponse form(WebRequest request) {
        return page(Form.empty()).answer();
    }

    private WebResponse search(WebRequest request) {
        if (!whereis.admits(request.user().id(), request.user().username())) {
            return WebResponse.forbidden(Message.of(ROOM, "no-right"));
        }
        Form form = Form.from(request);
        String text = form.value("text");
        if (text.length() < WhereisMethods.LEAST_LETTERS || text.length() > WhereisMethods.MOST_LETTERS) {
            form.error("text", Message.of(ROOM, "text.length"));
            return page(form).answer().withStatus(422);
        }
        return page(form)
                .with("search", whereis.search(text, request.user().username()))
                .answer();
    }

    private static PageView page(Form form) {
        return PageView.of(ROOM, "whereis/people.jte", "title")
                .with("form", form)
                .with(
                        "field",
                        Field.search("text", "text").hint("text.hint").needed().autocomplete("off"));
    }
}
