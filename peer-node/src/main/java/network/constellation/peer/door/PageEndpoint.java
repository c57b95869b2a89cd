package network.constellation.peer.door;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import network.constellation.peer.tenant.TenantLease;

/**
 * Everything of a tenant that is not a call; bound in the tenant injector by {@code web}.
 *
 * <p>{@code getRequestURI()} still has the tenant's base path. Scheme, host and remote address of the request are the
 * client's, also behind a trusted proxy.
 */
public interface PageEndpoint {
    void service(TenantLease lease, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException;
}
