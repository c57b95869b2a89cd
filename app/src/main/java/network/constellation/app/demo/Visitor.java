package network.constellation.app.demo;

import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.ContentResponse;
import org.eclipse.jetty.client.FormRequestContent;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.util.Fields;

/** A person's browser, as far as the tour needs one: cookies, redirects, forms. All names are this machine. */
final class Visitor implements AutoCloseable {
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");
    private static final Pattern ONWARD = Pattern.compile("http-equiv=\"refresh\" content=\"0; url=([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MOST_STEPS = 12;

    private final HttpClient client = new HttpClient();

    /** What came: where it ended, the status, the page. */
    record Seen(URI url, int status, String page) {
        boolean isAt(String wwwroot) {
            return url.toString().startsWith(wwwroot);
        }
    }

    Visitor() {
        client.setFollowRedirects(false);
        client.setUserAgentField(new HttpField(HttpHeader.USER_AGENT, "Mozilla/5.0 (Constellation tour)"));
        client.setSocketAddressResolver(
                (host, port, context, promise) -> promise.succeeded(List.of(new InetSocketAddress("127.0.0.1", port))));
        try {
            client.start();
        } catch (Exception failed) {
            throw new IllegalStateException("The tour's browser does not start", failed);
        }
    }

    /** The way to another site leads through the person's home. */
    static String jump(DemoSite home, DemoSite to, String wantsUrl) {
        return home.wwwroot().with("/auth/mnet/jump.php") + "?hostwwwroot="
                + URLEncoder.encode(to.wwwroot().value(), StandardCharsets.UTF_8) + "&wantsurl="
                + URLEncoder.encode(wantsUrl, StandardCharsets.UTF_8);
    }

    /** Opens a page and goes on wherever it leads. */
    Seen open(String url) {
        return follow(send(client.newRequest(url)), URI.create(url));
    }

    /** Fills in and sends a form of the page at {@code url}. */
    Seen submit(String url, String action, Map<String, String> values) {
        String page = open(url).page();
        Fields fields = new Fields();
        values.forEach(fields::put);
        Matcher token = FORM_TOKEN.matcher(page);
        if (token.find()) {
            fields.put("csrf", token.group(1));
        }
        URI target = URI.create(url).resolve(action);
        Request request = client.POST(target).body(new FormRequestContent(fields, StandardCharsets.UTF_8));
        request.headers(
                headers -> headers.put(HttpHeader.ORIGIN, target.getScheme() + "://" + target.getRawAuthority()));
        return follow(send(request), target);
    }

    /** Sends a document to a door that expects no browser. */
    byte[] post(String url, byte[] document) {
        return send(client.POST(url).body(new BytesRequestContent("text/xml", document)))
                .getContent();
    }

    private Seen follow(ContentResponse first, URI from) {
        ContentResponse answer = first;
        URI at = from;
        for (int step = 0; step < MOST_STEPS; step++) {
            String location = answer.getHeaders().get(HttpHeader.LOCATION);
            Matcher onward = ONWARD.matcher(answer.getContentAsString());
            if (location == null && !onward.find()) {
                return new Seen(at, answer.getStatus(), answer.getContentAsString());
            }
            at = at.resolve(location == null ? onward.group(1).replace("&amp;", "&") : location);
            answer = send(client.newRequest(at));
        }
        throw new IllegalStateException("The pages lead in a circle: " + at);
    }

    private static ContentResponse send(Request request) {
        try {
            return request.timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).send();
        } catch (TimeoutException | ExecutionException failed) {
            throw new IllegalStateException("No answer of " + request.getURI(), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        try {
            client.stop();
        } catch (Exception stopping) {
            throw new IllegalStateException("The tour's browser does not stop", stopping);
        }
    }
}
