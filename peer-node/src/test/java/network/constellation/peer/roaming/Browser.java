package network.constellation.peer.roaming;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A browser as far as roaming needs one: cookies by site, redirects, what it says of itself. All names are loopback. */
final class Browser {
    private static final int MOST_REDIRECTS = 10;

    final String userAgent;
    /** Sent with every request; a test sets what a real browser would say. */
    final Map<String, String> headers = new LinkedHashMap<>();

    private final Map<String, Map<String, String>> jar = new LinkedHashMap<>();
    private final List<String> path = new ArrayList<>();

    Browser(String userAgent) {
        this.userAgent = userAgent;
    }

    /** An answer, and where it came from. */
    record Answer(URI url, int status, Map<String, String> headers, String body) {
        Optional<String> location() {
            return Optional.ofNullable(headers.get("location"));
        }
    }

    /** Addresses of the last {@link #open}, in order. */
    List<String> path() {
        return path;
    }

    /** Opens an address and goes on wherever it leads. */
    Answer open(String url) {
        path.clear();
        Answer answer = get(url);
        while (answer.location().isPresent()) {
            if (path.size() > MOST_REDIRECTS) {
                throw new IllegalStateException("endless: " + path);
            }
            answer = get(answer.url().resolve(answer.location().get()).toString());
        }
        return answer;
    }

    /** One request, no further. */
    Answer get(String url) {
        path.add(url);
        URI uri = URI.create(url);
        StringBuilder head = new StringBuilder("GET ")
                .append(uri.getRawPath().isEmpty() ? "/" : uri.getRawPath())
                .append(uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery())
                .append(" HTTP/1.1\r\nHost: ")
                .append(uri.getAuthority())
                .append("\r\nConnection: close\r\nUser-Agent: ")
                .append(userAgent)
                .append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        Map<String, String> cookies = jar.getOrDefault(uri.getHost(), Map.of());
        if (!cookies.isEmpty()) {
            head.append("Cookie: ")
                    .append(String.join(
                            "; ",
                            cookies.entrySet().stream()
                                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                    .toList()))
                    .append("\r\n");
        }
        return answer(uri, exchange(uri.getPort(), head.append("\r\n").toString()));
    }

    private static String exchange(int port, String request) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    private Answer answer(URI uri, String text) {
        int blank = text.indexOf("\r\n\r\n");
        List<String> lines = text.substring(0, blank).lines().toList();
        Map<String, String> answered = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String name = line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT);
            String value = line.substring(line.indexOf(':') + 1).strip();
            if (name.equals("set-cookie")) {
                keep(uri.getHost(), value);
            } else {
                answered.put(name, value);
            }
        }
        return new Answer(uri, Integer.parseInt(lines.get(0).split(" ")[1]), answered, text.substring(blank + 4));
    }

    private void keep(String host, String cookie) {
        String pair = cookie.split(";")[0];
        String name = pair.substring(0, pair.indexOf('='));
        Map<String, String> cookies = jar.computeIfAbsent(host, key -> new LinkedHashMap<>());
        if (cookie.contains("Max-Age=0")) {
            cookies.remove(name);
        } else {
            cookies.put(name, pair.substring(pair.indexOf('=') + 1));
        }
    }

    void setCookie(String host, String name, String value) {
        jar.computeIfAbsent(host, key -> new LinkedHashMap<>()).put(name, value);
    }

    String cookie(String host, String name) {
        return URLDecoder.decode(jar.getOrDefault(host, Map.of()).getOrDefault(name, ""), StandardCharsets.UTF_8);
    }
}
