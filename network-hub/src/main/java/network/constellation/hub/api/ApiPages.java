package network.constellation.hub.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import network.constellation.peer.web.Access;
import network.constellation.peer.web.PageView;
import network.constellation.peer.web.Pages;
import network.constellation.peer.web.Routes;
import network.constellation.peer.web.WebRequest;
import network.constellation.peer.web.WebResponse;

/** The routes of the operations, the document about them, and the page that people read. */
@Singleton
public final class ApiPages implements Pages {
    static final String PATH = "/api";
    private static final String DOCUMENT = ApiOperation.BASE + "/openapi.json";
    private static final Access WHO = Access.siteAdministrator();

    private final Operations operations;
    private final ApiDoor door;
    private final byte[] document;

    @Inject
    ApiPages(Operations operations, ApiDoor door, OpenApi openApi, ApiJson json) {
        this.operations = operations;
        this.door = door;
        try {
            this.document = json.mapper()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(openApi.document())
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("The document cannot be written", impossible);
        }
    }

    @Override
    public void routes(Routes routes) {
        operations.all().forEach(operation -> add(routes, operation));
        // What can be asked is no secret: the declarations are public.
        routes.machine(
                        "GET",
                        DOCUMENT,
                        Access.anonymous(),
                        (request, body) -> WebResponse.bytes("application/json", document))
                .get(PATH, WHO, this::page);
    }

    private void add(Routes routes, ApiOperation<?, ?> operation) {
        routes.machine(
                operation.method(),
                ApiOperation.BASE + operation.path(),
                Access.token(operation.scope().label()),
                (request, body) -> door.answer(operation, request, body));
    }

    private WebResponse page(WebRequest request) {
        Map<String, List<ApiOperation<?, ?>>> groups = operations.all().stream()
                .collect(Collectors.groupingBy(ApiOperation::group, TreeMap::new, Collectors.toList()));
        return PageView.of(ApiPages.class, "api/operations.jte", "title")
                .with("groups", groups)
                .with("document", DOCUMENT)
                .with("base", request.tenant().wwwroot().with(ApiOperation.BASE))
                .answer();
    }
}
