package network.constellation.peer.web;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import network.constellation.peer.web.view.Assets;
import network.constellation.peer.web.view.SiteColours;

/** The design system's files. Their paths hold the hash of their content, so browsers may keep them for a year. */
@Singleton
final class StaticFiles {
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private final Assets assets;

    @Inject
    StaticFiles(Assets assets) {
        this.assets = assets;
    }

    /** @return false when the path is none of a static file's */
    boolean serve(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean reading =
                request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (!reading || !path.startsWith(Assets.PREFIX)) {
            return false;
        }
        Optional<Assets.Asset> file = SiteColours.at(path)
                .map(css -> new Assets.Asset(path, "text/css; charset=utf-8", css.getBytes(StandardCharsets.UTF_8)))
                .or(() -> assets.at(path));
        if (file.isEmpty()) {
            return false;
        }
        byte[] bytes = file.get().bytes();
        response.setContentType(file.get().contentType());
        response.setHeader("Cache-Control", FOR_EVER);
        response.setContentLength(bytes.length);
        if (request.getMethod().equals("GET")) {
            response.getOutputStream().write(bytes);
        }
        return true;
    }
}
