package network.constellation.peer.web;

import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import network.constellation.peer.web.text.Message;
import network.constellation.peer.web.text.Texts;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.BadMessageException;

/** Reads what a form sends, never more than the route allows. */
final class Bodies {
    private static final int MOST_FIELDS = 500;
    private static final int IN_MEMORY = 64 * 1024;
    /** Bytes of a refused body that are still taken in. */
    private static final int MOST_DISCARDED = 8 * 1024 * 1024;

    private Bodies() {}

    /** Fields and files of one body. */
    record Body(Map<String, String> fields, Map<String, Upload> files) {}

    /** @param aside folder for files that are too large to be kept in memory */
    static Body read(HttpServletRequest request, long limit, Path aside) throws IOException, ServletException {
        String type = request.getContentType() == null ? "" : request.getContentType();
        if (request.getContentLengthLong() > limit) {
            discard(request.getInputStream());
            throw tooLarge(limit);
        }
        return type.startsWith("multipart/form-data") ? parts(request, limit, aside) : fields(request, limit);
    }

    /** Decodes {@code a=1&b=2}; the first of a name counts. */
    static Map<String, String> decode(String encoded) {
        Map<String, String> fields = new LinkedHashMap<>();
        int count = 0;
        for (String pair : encoded.split("&")) {
            if (!pair.isEmpty() && count++ < MOST_FIELDS) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                fields.putIfAbsent(text(name), equals < 0 ? "" : text(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static Body fields(HttpServletRequest request, long limit) throws IOException {
        try (InputStream in = request.getInputStream()) {
            byte[] bytes = in.readNBytes(Math.toIntExact(limit) + 1);
            if (bytes.length > limit) {
                discard(in);
                throw tooLarge(limit);
            }
            return new Body(decode(new String(bytes, StandardCharsets.UTF_8)), Map.of());
        }
    }

    private static Body parts(HttpServletRequest request, long limit, Path aside) throws IOException, ServletException {
        request.setAttribute(
                ServletContextRequest.MULTIPART_CONFIG_ELEMENT,
                new MultipartConfigElement(aside.toString(), limit, limit + Route.FORM_LIMIT, IN_MEMORY));
        Map<String, String> fields = new LinkedHashMap<>();
        Map<String, Upload> files = new LinkedHashMap<>();
        for (Part part : parts(request, limit)) {
            if (part.getSize() > (part.getSubmittedFileName() == null ? Route.FORM_LIMIT : limit)) {
                throw tooLarge(limit);
            }
            if (part.getSubmittedFileName() == null) {
                try (InputStream in = part.getInputStream()) {
                    fields.putIfAbsent(part.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            } else if (part.getSize() > 0) {
                files.putIfAbsent(part.getName(), new Upload(part));
            }
        }
        return new Body(fields, files);
    }

    /** What the server's reader refuses is a problem of the body, told on our own page. */
    private static Collection<Part> parts(HttpServletRequest request, long limit) throws IOException {
        try {
            return request.getParts();
        } catch (ServletException | IllegalStateException | BadMessageException refused) {
            for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
                if (String.valueOf(cause.getMessage()).contains("exceeded")) {
                    throw tooLarge(limit);
                }
            }
            throw new PageProblem(400, Message.of(Texts.class, "error.form"));
        }
    }

    /**
     * Takes in what is left of a body that is refused, up to a bound: a browser that is still sending when the line is
     * closed shows its own failure instead of our answer.
     */
    private static void discard(InputStream in) throws IOException {
        byte[] buffer = new byte[IN_MEMORY];
        int read = 0;
        for (int total = 0; read >= 0 && total < MOST_DISCARDED; total += read) {
            read = in.read(buffer);
        }
    }

    private static PageProblem tooLarge(long limit) {
        return new PageProblem(413, Message.of(Texts.class, "error.tooLarge", limit / 1024));
    }

    private static String text(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return encoded;
        }
    }
}
