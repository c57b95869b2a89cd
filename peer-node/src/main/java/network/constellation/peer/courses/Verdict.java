package network.constellation.peer.courses;

import java.util.List;
import java.util.Optional;
import network.constellation.peer.platform.Category;
import network.constellation.protocol.method.courses.OrderAnswer;

/**
 * What would become of an order: everything that was looked at. A dry run shows it, the real run obeys it.
 *
 * @param category where the course would be put
 */
public record Verdict(List<Finding> findings, Optional<Category> category) {
    public Verdict {
        findings = List.copyOf(findings);
    }

    public boolean allowed() {
        return findings.stream().noneMatch(Finding::stops);
    }

    /** The first reason against it. */
    public Optional<Finding> stop() {
        return findings.stream().filter(Finding::stops).findFirst();
    }

    List<OrderAnswer.Finding> told() {
        return findings.stream().map(Finding::told).toList();
    }

    /** @throws CourseException with the first reason against it */
    void orRefuse() {
        stop().ifPresent(against -> {
            throw new CourseException(against.sentence());
        });
    }
}
