package network.constellation.peer.learning;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import network.constellation.peer.files.ContentStore;
import network.constellation.peer.platform.CourseContents;
import network.constellation.peer.platform.CourseFile;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.usage.Usage;
import network.constellation.peer.usage.UsageEvent;
import network.constellation.peer.usage.UsageKind;
import network.constellation.peer.web.Access;
import network.constellation.peer.web.NotFoundException;
import network.constellation.peer.web.Pages;
import network.constellation.peer.web.Routes;
import network.constellation.peer.web.WebRequest;
import network.constellation.peer.web.WebResponse;

/** The files of courses, in ranges, to whoever may enter the course; none of them can act in our name. */
@Singleton
final class CourseFilePages implements Pages {
    /** Even when opened by itself, it has no scripts, no forms and no origin. */
    private static final String POLICY = "default-src 'none'; img-src 'self'; media-src 'self'; sandbox";

    private final Platform platform;
    private final CourseAccess access;
    private final ContentStore store;
    private final Usage usage;

    @Inject
    CourseFilePages(Platform platform, CourseAccess access, ContentStore store, Usage usage) {
        this.platform = platform;
        this.access = access;
        this.store = store;
        this.usage = usage;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/course/file/{id}/{name}", Access.user(), this::send);
    }

    private WebResponse send(WebRequest request) {
        CourseContents.PlacedFile placed =
                platform.contents().file(request.number("id")).orElseThrow(NotFoundException::new);
        access.inside(request.user(), placed.course(), placed.visible());
        CourseFile file = placed.file();
        if (!store.has(file.content())) {
            throw new NotFoundException();
        }
        String type = MediaTypes.of(file.name());
        boolean shown =
                !type.equals(MediaTypes.UNKNOWN) && request.query("download").isEmpty();
        if (!shown && begins(request)) {
            usage.record(UsageEvent.of(UsageKind.FILE_DOWNLOAD)
                    .by(request.user().id())
                    .in(placed.course()));
        }
        return WebResponse.file(type, store.path(file.content()), file.content().hex())
                .withHeader("Content-Disposition", (shown ? "inline" : "attachment") + named(file.name()))
                .withHeader("Content-Security-Policy", POLICY)
                .withHeader("Cross-Origin-Resource-Policy", "same-origin")
                .withHeader("Cache-Control", "private, max-age=3600");
    }

    /** One download is one, in however many pieces it is fetched. */
    private static boolean begins(WebRequest request) {
        String range = request.header("range");
        return request.method().equals("GET") && (range.isEmpty() || range.startsWith("bytes=0-"));
    }

    private static String named(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._ -]", "_");
        return "; filename=\"" + plain + "\"; filename*=UTF-8''"
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
