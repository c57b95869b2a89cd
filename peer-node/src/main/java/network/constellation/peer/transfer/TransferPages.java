package network.constellation.peer.transfer;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import network.constellation.peer.files.ContentHash;
import network.constellation.peer.files.ContentStore;
import network.constellation.peer.web.Access;
import network.constellation.peer.web.Pages;
import network.constellation.peer.web.Routes;
import network.constellation.peer.web.WebRequest;
import network.constellation.peer.web.WebResponse;
import network.constellation.protocol.method.transfer.ContentRequest;

/** Where receivers fetch pieces: open to strangers, who get 403 without proof, whatever the reason. */
@Singleton
final class TransferPages implements Pages {
    private final Tickets tickets;
    private final ContentStore contents;

    @Inject
    TransferPages(Tickets tickets, ContentStore contents) {
        this.tickets = tickets;
        this.contents = contents;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(ContentRequest.PATH + "{ticket}", Access.anonymous(), this::piece);
    }

    private WebResponse piece(WebRequest request) {
        Optional<ContentHash> content = tickets.permitted(
                request.variable("ticket"),
                request.header("range"),
                request.header(ContentRequest.PROOF_HEADER.toLowerCase(Locale.ROOT)));
        return content.map(hash -> WebResponse.file("application/octet-stream", contents.path(hash), hash.hex()))
                .orElseGet(
                        () -> WebResponse.text("There is no ticket for this.\n").withStatus(403));
    }
}
