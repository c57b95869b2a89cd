package network.constellation.peer.web;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import network.constellation.peer.door.PageEndpoint;
import network.constellation.peer.tenant.Tenant;
import network.constellation.peer.tenant.TenantLease;
import network.constellation.peer.web.session.Secrets;
import network.constellation.peer.web.text.Message;
import network.constellation.peer.web.text.Texts;
import network.constellation.peer.web.view.SiteLook;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every page request of a tenant, in one order: static file, route, session, maintenance, access, origin and token of a
 * form, action, answer. Whatever a page throws ends here.
 */
@Singleton
final class WebEndpoint implements PageEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(WebEndpoint.class);

    private final Tenant tenant;
    private final Router router;
    private final RequestReader reader;
    private final Answers answers;
    private final StaticFiles files;
    private final SiteLook look;

    @Inject
    WebEndpoint(Tenant tenant, Router router, RequestReader reader, Answers answers, StaticFiles files, SiteLook look) {
        this.tenant = tenant;
        this.router = router;
        this.reader = reader;
        this.answers = answers;
        this.files = files;
        this.look = look;
    }

    @Override
    public void service(TenantLease lease, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        SecurityHeaders.add(response, tenant.wwwroot());
        String path = reader.path(request);
        if (files.serve(path, request, response)) {
            return;
        }
        Asked asked = reader.read(request, path, router.find(request.getMethod(), path));
        WebResponse answer = answerOf(asked, request);
        boolean headOnly = "HEAD".equals(request.getMethod());
        try {
            answers.send(asked, answer, response, headOnly);
        } catch (RuntimeException unexpected) {
            if (response.isCommitted()) {
                throw unexpected;
            }
            response.reset();
            SecurityHeaders.add(response, tenant.wwwroot());
            answers.send(asked, failed(asked, unexpected), response, headOnly);
        }
    }

    private WebResponse answerOf(Asked asked, HttpServletRequest http) throws ServletException, IOException {
        try {
            return asked.match().isPresent() ? routed(asked, http) : unknown(asked);
        } catch (NotFoundException missing) {
            return WebResponse.notFound();
        } catch (PageProblem problem) {
            return WebResponse.problem(problem.status(), problem.reason());
        } catch (RuntimeException unexpected) {
            return failed(asked, unexpected);
        }
    }

    /** The detail goes to the log under a reference; the visitor gets the reference. */
    private WebResponse failed(Asked asked, RuntimeException unexpected) {
        LOG.error(
                "Page {} {} of {} failed, reference {}",
                asked.request().method(),
                asked.request().path(),
                tenant.wwwroot(),
                asked.request().reference(),
                unexpected);
        return WebResponse.problem(500, null);
    }

    private WebResponse unknown(Asked asked) {
        if (asked.request().path().startsWith(Router.MACHINES)) {
            return nothingForMachines(router.knows(asked.request().path()));
        }
        return router.knows(asked.request().path())
                ? WebResponse.problem(405, Message.of(Texts.class, "error.method"))
                : WebResponse.notFound();
    }

    private static WebResponse nothingForMachines(boolean otherMethod) {
        String text = otherMethod
                ? "{\"status\":405,\"error\":\"method-not-allowed\",\"message\":\"This path takes another method.\"}"
                : "{\"status\":404,\"error\":\"no-such-operation\",\"message\":\"There is no operation here; the list is"
                        + " openapi.json of this interface.\"}";
        return WebResponse.bytes("application/problem+json", text.getBytes(StandardCharsets.UTF_8))
                .withStatus(otherMethod ? 405 : 404);
    }

    private WebResponse routed(Asked asked, HttpServletRequest http) throws ServletException, IOException {
        Route route = asked.match().orElseThrow().route();
        MachineAction machine = route.machine();
        if (machine != null) {
            return machine.answer(asked.request(), http.getInputStream());
        }
        Visitor visitor = asked.request().visitor().orElse(null);
        if (closedFor(visitor, route)) {
            return WebResponse.problem(503, null).withHeader("Retry-After", "300");
        }
        if (!route.access().admits(visitor)) {
            return visitor == null ? signIn(asked) : WebResponse.forbidden(Message.of(Texts.class, "error.role"));
        }
        WebRequest request = asked.request();
        if (route.method().equals("POST")) {
            request = reader.withBody(asked, http, route.bodyLimit());
            if (route.kind() != Route.Kind.PROGRAM) {
                checkForm(asked, request, http);
            }
        }
        return route.action().answer(request);
    }

    private boolean closedFor(@Nullable Visitor visitor, Route route) {
        boolean waysIn = route.access().kind() == Access.Kind.ANONYMOUS
                && !route.pattern().equals("/");
        return !waysIn && look.maintenance().isPresent() && (visitor == null || !visitor.siteAdministrator());
    }

    private static WebResponse signIn(Asked asked) {
        boolean page = asked.request().method().equals("GET")
                && !asked.request().path().equals("/");
        return WebResponse.redirect(
                page
                        ? "/login?wantsurl=" + URLEncoder.encode(asked.request().here(), StandardCharsets.UTF_8)
                        : "/login");
    }

    private void checkForm(Asked asked, WebRequest request, HttpServletRequest http) {
        boolean token = !asked.browserSecret().isEmpty()
                && Secrets.same(request.form("csrf"), Secrets.formToken(asked.browserSecret()));
        if (!token || !SecurityHeaders.fromHere(http, tenant.wwwroot())) {
            throw new PageProblem(403, Message.of(Texts.class, "error.form"));
        }
    }
}
