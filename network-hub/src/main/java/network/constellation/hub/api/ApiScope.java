package network.constellation.hub.api;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a token is good for; each operation asks for exactly one. */
public enum ApiScope {
    NETWORK_READ("network:read"),
    NETWORK_WRITE("network:write"),
    KEYS_WRITE("keys:write"),
    ORDERS_READ("orders:read"),
    ORDERS_WRITE("orders:write"),
    REPORT_READ("report:read"),
    AUDIT_READ("audit:read");

    private final String label;

    ApiScope(String label) {
        this.label = label;
    }

    /** As it is written in tokens, documents and refusals. */
    public String label() {
        return label;
    }

    public static Optional<ApiScope> of(String label) {
        return Arrays.stream(values())
                .filter(scope -> scope.label.equals(label))
                .findFirst();
    }

    /** All of them, as they are written. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(ApiScope::label).toList();
    }
}
