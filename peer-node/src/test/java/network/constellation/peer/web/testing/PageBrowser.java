package network.constellation.peer.web.testing;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import network.constellation.keys.address.Wwwroot;
import org.jspecify.annotations.Nullable;

/** A browser without scripts: keeps cookies, follows redirects within the site, sends the token of the last page. */
public final class PageBrowser {
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" value=\"([0-9a-f]+)\"");
    private static final Pattern REFRESH = Pattern.compile("http-equiv=\"refresh\" content=\"0; url=([^\"]+)\"");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Wwwroot site;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>(Map.of("Accept-Language", "en"));
    private String token = "";
    private @Nullable HttpResponse<String> last;
    private String location = "";

    public PageBrowser(Wwwroot site) {
        this.site = site;
    }

    public PageBrowser header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Opens a page of the site. */
    public PageBrowser get(String path) {
        send(request(path).GET());
        return followed();
    }

    /** Posts a form with the token of the present page. */
    public PageBrowser submit(String path, String... fields) {
        List<String> all = new ArrayList<>(List.of(fields));
        all.add("csrf");
        all.add(token);
        return post(path, all.toArray(new String[0]));
    }

    /** Posts exactly these fields. */
    public PageBrowser post(String path, String... fields) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            body.append(body.isEmpty() ? "" : "&")
                    .append(encoded(fields[i]))
                    .append('=')
                    .append(encoded(fields[i + 1]));
        }
        send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
        return followed();
    }

    /** Posts a file with the token of the present page. */
    public PageBrowser upload(String path, String field, byte[] file) {
        String mark = "----constellation";
        String before = "--" + mark + "\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n" + token + "\r\n--"
                + mark + "\r\nContent-Disposition: form-data; name=\"" + field
                + "\"; filename=\"users.csv\"\r\nContent-Type: text/csv\r\n\r\n";
        send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + mark)
                .POST(HttpRequest.BodyPublishers.ofByteArrays(List.of(
                        before.getBytes(StandardCharsets.UTF_8),
                        file,
                        ("\r\n--" + mark + "--\r\n").getBytes(StandardCharsets.UTF_8)))));
        return followed();
    }

    public int status() {
        return response().statusCode();
    }

    /** The page as HTML. */
    public String html() {
        return response().body();
    }

    /** What a reader sees, roughly. */
    public String text() {
        return html().replaceAll("(?s)<(script|style).*?</\\1>", " ")
                .replaceAll("<[^>]*>", " ")
                .replace("&#39;", "'")
                .replace("&#34;", "\"")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ");
    }

    public String header(String name) {
        return response().headers().firstValue(name).orElse("");
    }

    public List<String> headers(String name) {
        return response().headers().allValues(name);
    }

    /** Where the last redirects led, relative to the site. */
    public String path() {
        return location;
    }

    public String token() {
        return token;
    }

    /** The cookie whose name ends so. */
    public String cookie(String ending) {
        return cookies.entrySet().stream()
                .filter(cookie -> cookie.getKey().endsWith("-" + ending))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    /** As an attacker sets it. */
    public void plantCookie(String ending, String value) {
        cookies.keySet().stream()
                .map(name -> name.substring(0, name.lastIndexOf('-')))
                .findFirst()
                .ifPresent(prefix -> cookies.put(prefix + "-" + ending, value));
    }

    private HttpRequest.Builder request(String path) {
        location = path;
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(site.with(path)));
        headers.forEach(builder::header);
        if (!cookies.isEmpty()) {
            List<String> pairs = new ArrayList<>();
            cookies.forEach((name, value) -> pairs.add(name + "=" + value));
            builder.header("Cookie", String.join("; ", pairs));
        }
        return builder;
    }

    private void send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            last = answer;
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            Matcher found = TOKEN.matcher(answer.body());
            if (found.find()) {
                token = found.group(1);
            }
        } catch (IOException failed) {
            throw new AssertionError("The site did not answer", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", stopped);
        }
    }

    private PageBrowser followed() {
        for (int hops = 0; hops < 10; hops++) {
            Matcher refresh = REFRESH.matcher(html());
            String target = header("Location");
            if (status() / 100 == 3 && target.startsWith(site.value())) {
                String path = target.substring(site.value().length());
                send(request(path.isEmpty() ? "/" : path).GET());
            } else if (status() == 200 && refresh.find()) {
                send(request(refresh.group(1)
                                .replace("&amp;", "&")
                                .substring(site.path().length()))
                        .GET());
            } else {
                return this;
            }
        }
        throw new AssertionError("The site redirects without end");
    }

    private void keep(String header) {
        String pair = header.split(";", 2)[0];
        String name = pair.substring(0, pair.indexOf('='));
        if (header.contains("Max-Age=0")) {
            cookies.remove(name);
        } else {
            cookies.put(name, pair.substring(pair.indexOf('=') + 1));
        }
    }

    private HttpResponse<String> response() {
        HttpResponse<String> present = last;
        if (present == null) {
            throw new AssertionError("No page was opened");
        }
        return present;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
