package network.constellation.peer.web;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.peer.tenant.Tenant;
import network.constellation.peer.web.session.Secrets;
import network.constellation.peer.web.text.Texts;
import network.constellation.peer.web.view.Csv;
import org.jspecify.annotations.Nullable;

/** Puts an answer on the wire: cookies, redirects, rendered pages. */
@Singleton
final class Answers {
    private final Tenant tenant;
    private final Cookies cookies;
    private final Renderer renderer;
    private final Texts texts;
    private final CryptoEngine crypto;

    @Inject
    Answers(Tenant tenant, Cookies cookies, Renderer renderer, Texts texts, CryptoEngine crypto) {
        this.tenant = tenant;
        this.cookies = cookies;
        this.renderer = renderer;
        this.texts = texts;
        this.crypto = crypto;
    }

    void send(Asked asked, WebResponse answer, HttpServletResponse response, boolean headOnly) throws IOException {
        response.setStatus(answer.status());
        response.setHeader("Cache-Control", "no-store");
        answer.headers().forEach(response::setHeader);
        writeSession(asked, answer, response);
        answer.cookies().forEach(cookie -> cookies.write(response, cookie));
        if (answer.notice() != null) {
            String sentence = texts.say(asked.request().locale(), answer.notice());
            String mark = answer.refusal() ? Asked.REFUSAL : "";
            cookies.write(response, new WebCookie(Cookies.NOTICE, mark + sentence, Duration.ZERO));
        }
        if (answer.body() instanceof WebResponse.Body.StoredFile stored) {
            FileAnswer.send(asked.request(), stored, response, headOnly);
            return;
        }
        byte @Nullable [] body = body(asked, answer, response);
        if (body != null) {
            response.setContentLength(body.length);
            if (!headOnly) {
                response.getOutputStream().write(body);
            }
        }
    }

    private void writeSession(Asked asked, WebResponse answer, HttpServletResponse response) {
        if (answer.started() != null) {
            cookies.write(
                    response, new WebCookie(Cookies.SESSION, answer.started().secret(), Duration.ZERO));
            cookies.write(response, WebCookie.forgetting(Cookies.BROWSER));
        } else if (answer.ending() || asked.staleSession()) {
            cookies.write(response, WebCookie.forgetting(Cookies.SESSION));
        }
    }

    private byte @Nullable [] body(Asked asked, WebResponse answer, HttpServletResponse response) {
        WebResponse.Body body = answer.body();
        if (body instanceof WebResponse.Body.Redirect redirect) {
            response.setHeader("Location", tenant.wwwroot().value() + redirect.path());
            return null;
        } else if (body instanceof WebResponse.Body.Away away) {
            requireLeaving(asked);
            response.setHeader("Location", away.url());
            return null;
        } else if (body instanceof WebResponse.Body.Bytes bytes) {
            response.setContentType(bytes.contentType());
            return bytes.bytes();
        } else if (body instanceof WebResponse.Body.TableFile file) {
            response.setContentType("text/csv; charset=utf-8");
            return Csv.of(file.table(), renderer.context(asked, file.room(), ""));
        }
        response.setContentType("text/html; charset=utf-8");
        return html(asked, answer, response).getBytes(StandardCharsets.UTF_8);
    }

    private String html(Asked asked, WebResponse answer, HttpServletResponse response) {
        String token = Secrets.formToken(secretFor(asked, answer, response));
        WebResponse.Body body = answer.body();
        if (body instanceof WebResponse.Body.Fragment fragment) {
            return renderer.fragment(asked, fragment.view(), token);
        }
        if (body instanceof WebResponse.Body.Onward onward) {
            PageView view = PageView.of(Texts.class, "web/onward.jte", "onward.title")
                    .with("path", onward.path())
                    .withoutNavigation();
            return renderer.page(asked, view, token);
        }
        if (!asked.notice().isEmpty()) {
            cookies.write(response, WebCookie.forgetting(Cookies.NOTICE));
        }
        if (body instanceof WebResponse.Body.Problem problem) {
            return renderer.problem(asked, answer.status(), problem.reason(), token);
        }
        return renderer.page(asked, ((WebResponse.Body.Page) body).view(), token);
    }

    /** What the forms of this page are bound to; a browser without anything gets its own random value now. */
    private String secretFor(Asked asked, WebResponse answer, HttpServletResponse response) {
        if (answer.started() != null) {
            return answer.started().secret();
        }
        boolean usable = !asked.browserSecret().isEmpty() && !answer.ending();
        if (usable) {
            return asked.browserSecret();
        }
        byte[] bytes = crypto.randomBytes(32);
        String secret = HexFormat.of().formatHex(bytes);
        cookies.write(response, new WebCookie(Cookies.BROWSER, secret, Duration.ZERO));
        return secret;
    }

    private static void requireLeaving(Asked asked) {
        boolean leaving = asked.match().map(match -> match.route().leaving()).orElse(false);
        if (!leaving) {
            throw new IllegalStateException("Only a route declared with getLeaving may lead to another site");
        }
    }
}
