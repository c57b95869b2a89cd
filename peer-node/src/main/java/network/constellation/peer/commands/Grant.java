package network.constellation.peer.commands;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import network.constellation.keys.address.Wwwroot;
import network.constellation.protocol.method.administration.HeldGrant;

/**
 * One thing that the hub may do here.
 *
 * @param bounds how far
 */
public record Grant(Wwwroot hub, Operation operation, Bounds bounds, Instant since, String grantedBy) {
    public Grant {
        if (!bounds.only().isEmpty() && !operation.isLimitable()) {
            throw new IllegalArgumentException(operation.label() + " is granted as a whole; leave the pattern out.");
        }
        operation.subjects(bounds.only());
    }

    /** Whether it is open and meant for this setting, plugin, role or table; an empty subject is the site as a whole. */
    boolean covers(String subject, Instant now) {
        return isOpen(now) && (subject.isEmpty() || bounds.only().isEmpty() || matches(subject));
    }

    /** Whether texts of so many bytes fit. */
    boolean holds(long bytes) {
        return bounds.maxBytes() == 0 || bytes <= bounds.maxBytes();
    }

    public boolean isOpen(Instant now) {
        Instant until = bounds.until();
        return until == null || now.isBefore(until);
    }

    /** As the hub is told of it. */
    HeldGrant told() {
        return new HeldGrant(
                operation.label(),
                bounds.only(),
                bounds.maxBytes(),
                bounds.readOnly(),
                since,
                Optional.ofNullable(bounds.until()));
    }

    /** In one line, such as {@code config-set, only core/*, at most 1000 bytes, reading only, until 2026-12-31T00:00:00Z}. */
    public String extent() {
        StringBuilder extent = new StringBuilder(operation.label());
        if (!bounds.only().isEmpty()) {
            extent.append(", only ").append(bounds.only());
        }
        if (bounds.maxBytes() > 0) {
            extent.append(", at most ").append(bounds.maxBytes()).append(" bytes");
        }
        if (bounds.readOnly()) {
            extent.append(", reading only");
        }
        if (bounds.until() != null) {
            extent.append(", until ").append(bounds.until());
        }
        return extent.toString();
    }

    private boolean matches(String subject) {
        return operation.subjects(bounds.only()).stream()
                .anyMatch(pattern -> subject.matches(Arrays.stream(pattern.split("\\*", -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining(".*"))));
    }
}
