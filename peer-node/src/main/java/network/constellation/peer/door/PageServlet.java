package network.constellation.peer.door;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import network.constellation.peer.tenant.TenantLease;
import network.constellation.peer.tenant.Tenants;

/** Hands everything that is no call to the tenant's pages. */
final class PageServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Tenants tenants;

    PageServlet(Tenants tenants) {
        this.tenants = tenants;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String host = request.getServerName() + ":" + request.getServerPort();
        try (TenantLease lease = tenants.find(host, request.getRequestURI()).orElse(null)) {
            Optional<PageEndpoint> pages = lease == null ? Optional.empty() : lease.find(PageEndpoint.class);
            if (lease == null || pages.isEmpty()) {
                response.setStatus(404);
                response.setContentType("text/plain; charset=utf-8");
                response.getWriter().println("There is no site of this name here.");
                return;
            }
            pages.get().service(lease, request, response);
        } catch (RuntimeException failed) {
            throw new FailedRequests.Unanswered(failed);
        }
    }
}
