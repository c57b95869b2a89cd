package network.constellation.peer.door;

import java.net.InetAddress;
import network.constellation.peer.tenant.TenantLease;
import org.jspecify.annotations.Nullable;

/**
 * One call as it came in.
 *
 * @param lease the tenant, held open until the answer is written; not to be closed by the endpoint
 * @param path the path below the tenant's base path, such as {@code /mnet/xmlrpc/server.php}
 * @param remoteAddress the caller, as trusted proxies tell it
 * @param body the raw bytes, complete, at most the limit of the protocol; empty where it was too large
 * @param traceId the caller's trace id, if it sent a well-formed one
 */
public record RpcRequest(
        TenantLease lease,
        String path,
        InetAddress remoteAddress,
        byte[] body,
        @Nullable String traceId) {}
