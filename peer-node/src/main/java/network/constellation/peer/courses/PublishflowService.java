package network.constellation.peer.courses;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.courses.Callers.CallerRefused;
import network.constellation.peer.dispatch.CallContext;
import network.constellation.peer.platform.Category;
import network.constellation.peer.platform.Course;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.Scope;
import network.constellation.peer.platform.User;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.method.courses.CallingUser;
import network.constellation.protocol.method.courses.CourseQuestion;
import network.constellation.protocol.method.courses.Delivery;
import network.constellation.protocol.method.courses.DeliveryPiece;
import network.constellation.protocol.method.courses.SessionsQuestion;
import network.constellation.protocol.method.courses.UserQuestion;
import network.constellation.protocol.method.status.StatusAnswer;

/**
 * The originals' functions of {@code publishflow} (courses-and-certificates.md 2.2), in their shapes and without their
 * holes: a caller is who its envelope says, packages go only where an order says, paths never leave or enter this site.
 */
@Singleton
final class PublishflowService {
    private static final String ANYWHERE = "any";

    private final CourseSettings settings;
    private final CourseRights rights;
    private final Callers callers;
    private final LegacyDelivery deliveries;
    private final LegacyOrders orders;
    private final LegacySessions sessions;
    private final Platform platform;
    private final Audit audit;

    @Inject
    PublishflowService(
            CourseSettings settings,
            CourseRights rights,
            Callers callers,
            LegacyDelivery deliveries,
            LegacyOrders orders,
            LegacySessions sessions,
            Platform platform,
            Audit audit) {
        this.settings = settings;
        this.rights = rights;
        this.callers = callers;
        this.deliveries = deliveries;
        this.orders = orders;
        this.sessions = sessions;
        this.platform = platform;
        this.audit = audit;
    }

    StatusAnswer updatePlatforms(CallContext context, CallingUser ignored) {
        return refusing(context, () -> {
            NodeRoles roles = settings.roles();
            if (roles.none()) {
                return StatusAnswer.refused(
                        StatusAnswer.FAILURE, "This site takes no part in a publishing network: it has no role set.");
            }
            return StatusAnswer.success().with("node", roles.words()).with("content", Value.array(shelves()));
        });
    }

    /** Those that are visible with everything above them. */
    private List<Value> shelves() {
        Map<Long, Category> byId = new HashMap<>();
        List<Category> all = platform.courses().categories();
        all.forEach(category -> byId.put(category.id(), category));
        List<Value> shelves = new ArrayList<>();
        for (Category category : all) {
            if (isShown(category, byId)) {
                Map<String, Value> shelf = new LinkedHashMap<>();
                shelf.put("id", Value.of(category.id()));
                shelf.put("name", Value.of(category.name()));
                shelf.put("parentid", Value.of(category.parent()));
                shelf.put("sortorder", Value.of(category.sortOrder()));
                shelves.add(new Value.Struct(shelf));
            }
        }
        return shelves;
    }

    private static boolean isShown(Category category, Map<Long, Category> byId) {
        Category here = category;
        for (int depth = 0; here != null && depth <= byId.size(); depth++) {
            if (!here.visible()) {
                return false;
            }
            here = byId.get(here.parent());
        }
        return true;
    }

    StatusAnswer checkUser(CallContext context, UserQuestion question) {
        return refusing(context, () -> {
                    User account = callers.account(context, question.user());
                    // A number is a context by the original's own counting, which is nobody's business here: the site.
                    boolean may = question.context().filter(ANYWHERE::equals).isPresent()
                            ? rights.anywhere(account, question.capability())
                            : rights.at(account, question.capability(), Scope.site());
                    if (!may) {
                        throw callers.lacks(context, account, question.capability());
                    }
                    return StatusAnswer.success();
                })
                .asText(question.asText());
    }

    StatusAnswer deploy(CallContext context, CourseQuestion question) {
        return refusing(context, () -> orders.deployElsewhere(context, question))
                .asText(question.asText());
    }

    StatusAnswer courseExists(CallContext context, CourseQuestion question) {
        return refusing(context, () -> sessions.exists(context, question)).asText(question.asText());
    }

    /** Opening and closing from afar is not offered by this release; said honestly, nothing is changed. */
    StatusAnswer openOrClose(CallContext context, CourseQuestion question) {
        return refusing(context, () -> {
                    callers.withRight(context, question.user(), CourseRights.DEPLOY);
                    return StatusAnswer.refused(
                            StatusAnswer.FAILURE,
                            "This site does not open or close courses for other sites; nothing was changed.");
                })
                .asText(question.asText());
    }

    StatusAnswer getSessions(CallContext context, SessionsQuestion question) {
        return refusing(context, () -> sessions.list(context, question)).asText(question.asText());
    }

    StatusAnswer deliver(CallContext context, DeliveryPiece piece) {
        return refusing(context, () -> deliveries.deliver(context, piece)).asText(piece.asText());
    }

    StatusAnswer deliveryDeploy(CallContext context, Delivery delivery) {
        return refusing(context, () -> orders.deploy(context, delivery)).asText(delivery.asText());
    }

    StatusAnswer deliveryPublish(CallContext context, Delivery delivery) {
        return refusing(context, () -> switch (delivery.action()) {
                    case Delivery.PUBLISH -> orders.publish(context, delivery);
                    case Delivery.UNPUBLISH -> orders.unpublish(context, delivery);
                    default ->
                        StatusAnswer.refused(
                                StatusAnswer.FAILURE, "The action must be publish or unpublish; nothing was changed.");
                })
                .asText(delivery.asText());
    }

    /** Whatever is refused leaves a line, once. */
    private StatusAnswer refusing(CallContext context, Supplier<StatusAnswer> work) {
        StatusAnswer answer;
        try {
            answer = work.get();
        } catch (CallerRefused refused) {
            if (refused.isWritten()) {
                return refused.answer();
            }
            answer = refused.answer();
        } catch (CourseException refused) {
            answer = StatusAnswer.refused(StatusAnswer.FAILURE, String.valueOf(refused.getMessage()));
        }
        if (!answer.isSuccess()) {
            String sender = context.peer().wwwroot().value();
            audit.recordSoon(AuditEvent.refused(CourseEvents.REFUSED, sender, "status " + answer.status())
                    .peer(sender)
                    .trace(context.traceId())
                    .with("sentence", answer.error()));
        }
        return answer;
    }

    /** What a course of the platform is for peers that ask by one of its fields. */
    static Optional<Course> find(Platform platform, String field, String value) {
        return switch (field) {
            case "id" ->
                value.matches("[0-9]{1,18}") ? platform.courses().find(Long.parseLong(value)) : Optional.empty();
            case "shortname" -> platform.courses().findByShortname(value);
            case "idnumber" ->
                value.isBlank()
                        ? Optional.empty()
                        : platform.courses().list(false).stream()
                                .filter(course -> course.idNumber().equals(value))
                                .findFirst();
            default -> Optional.empty();
        };
    }
}
