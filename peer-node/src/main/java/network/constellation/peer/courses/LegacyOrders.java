package network.constellation.peer.courses;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.provider.Digests;
import network.constellation.peer.courses.ArrivalCheck.What;
import network.constellation.peer.courses.ArrivalCheck.Who;
import network.constellation.peer.courses.Callers.CallerRefused;
import network.constellation.peer.courses.ShelfOrder.Direction;
import network.constellation.peer.courses.ShelfOrder.Road;
import network.constellation.peer.courses.ShelfOrder.State;
import network.constellation.peer.dispatch.CallContext;
import network.constellation.peer.jobs.Jobs;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.platform.Category;
import network.constellation.peer.platform.Course;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.Scope;
import network.constellation.peer.platform.User;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.method.Codecs;
import network.constellation.protocol.method.Members;
import network.constellation.protocol.method.ShapeException;
import network.constellation.protocol.method.courses.CourseQuestion;
import network.constellation.protocol.method.courses.Delivery;
import network.constellation.protocol.method.status.StatusAnswer;
import network.constellation.protocol.method.status.StatusCodecs;

/**
 * Orders that come by the originals' calls. The work is the same durable job as for our own; the caller is kept waiting
 * while its patience lasts, then told the number of the course that is being made (courses-and-certificates.md 4.6).
 */
@Singleton
final class LegacyOrders {
    private final CourseSettings settings;
    private final CourseOrders orders;
    private final Publications publications;
    private final OrderStore store;
    private final ShelfStore shelf;
    private final CopyStore copies;
    private final ArrivalCheck check;
    private final Placement placement;
    private final Callers callers;
    private final Platform platform;
    private final Peers peers;
    private final Jobs jobs;
    private final CoursesConfig config;
    private final Clock clock;

    @Inject
    LegacyOrders(
            CourseSettings settings,
            CourseOrders orders,
            Publications publications,
            OrderStore store,
            ShelfStore shelf,
            CopyStore copies,
            ArrivalCheck check,
            Placement placement,
            Callers callers,
            Platform platform,
            Peers peers,
            Jobs jobs,
            CoursesConfig config,
            Clock clock) {
        this.settings = settings;
        this.orders = orders;
        this.publications = publications;
        this.store = store;
        this.shelf = shelf;
        this.copies = copies;
        this.check = check;
        this.placement = placement;
        this.callers = callers;
        this.platform = platform;
        this.peers = peers;
        this.jobs = jobs;
        this.config = config;
        this.clock = clock;
    }

    /** The sender's course, as far as its record means anything here. */
    private record Sent(long id, String uid, String title, String shortname) {
        static Sent of(String serial) {
            try {
                Value parsed = StatusCodecs.parse(serial);
                Members members = parsed instanceof Value.Struct struct
                        ? Members.of(struct.members())
                        : Members.of(java.util.Map.of());
                Sent sent = new Sent(
                        members.orElse("id", Codecs.number(), 0L),
                        members.text("idnumber").strip(),
                        Plain.line(members.text("fullname"), 1000),
                        Plain.line(members.text("shortname"), 200));
                if (sent.id() <= 0 || sent.uid().isEmpty()) {
                    throw new CallerRefused(
                            StatusAnswer.FAILURE_RECORD,
                            "The course record needs an id, and an idnumber, which is the course's identity.");
                }
                if (sent.uid().length() > 100 || !sent.uid().matches("[\\p{Graph} ]+")) {
                    throw new CallerRefused(StatusAnswer.FAILURE_RECORD, "The idnumber cannot be an identity.");
                }
                return sent;
            } catch (ShapeException malformed) {
                throw new CallerRefused(StatusAnswer.FAILURE_RECORD, "The course record is not JSON of a course.");
            }
        }
    }

    StatusAnswer deploy(CallContext context, Delivery delivery) {
        User person = callers.withRight(context, delivery.user(), CourseRights.DEPLOY);
        Sent sent = Sent.of(delivery.course());
        long category = category(context, delivery, person);
        return arrive(context, delivery, sent, person, CourseCopy.Kind.DEPLOY, category);
    }

    StatusAnswer publish(CallContext context, Delivery delivery) {
        User person = callers.withRight(context, delivery.user(), CourseRights.PUBLISH);
        Sent sent = Sent.of(delivery.course());
        List<CourseCopy> published = copies.of(sent.uid(), CourseCopy.Kind.PUBLISH);
        if (!published.isEmpty() && !delivery.replace()) {
            requirePublisher(context, published);
            placement.show(published.get(0));
            return done(context, delivery, sent, published.get(0).course());
        }
        return arrive(context, delivery, sent, person, CourseCopy.Kind.PUBLISH, 0);
    }

    StatusAnswer unpublish(CallContext context, Delivery delivery) {
        User person = callers.withRight(context, delivery.user(), CourseRights.PUBLISH);
        Sent sent = Sent.of(delivery.course());
        List<CourseCopy> published = copies.of(sent.uid(), CourseCopy.Kind.PUBLISH);
        if (published.isEmpty()) {
            return StatusAnswer.refused(StatusAnswer.FAILURE_RECORD, "This catalog has no such course.");
        }
        requirePublisher(context, published);
        placement.hide(sent.uid(), person.username());
        return done(context, delivery, sent, published.get(0).course());
    }

    private static void requirePublisher(CallContext context, List<CourseCopy> published) {
        if (!published.get(0).source().equals(context.peer().wwwroot())) {
            throw new CallerRefused(StatusAnswer.FAILURE_CAPABILITY, "This course was published here by another site.");
        }
    }

    /** The wished one, where it exists and the person may make courses in it. */
    private long category(CallContext context, Delivery delivery, User person) {
        if (delivery.category().isEmpty() || delivery.category().get().equals("0")) {
            return 0;
        }
        String wished = delivery.category().get();
        Optional<Category> category =
                wished.matches("[0-9]{1,18}") ? platform.courses().category(Long.parseLong(wished)) : Optional.empty();
        if (category.isEmpty()) {
            throw new CallerRefused(
                    StatusAnswer.FAILURE,
                    "The category " + wished + " does not exist here any more; nothing was made.");
        }
        if (!platform.roles()
                .can(
                        person.id(),
                        ArrivalCheck.CREATE,
                        Scope.category(category.get().id()))) {
            throw callers.lacks(context, person, ArrivalCheck.CREATE);
        }
        return category.get().id();
    }

    private StatusAnswer arrive(
            CallContext context, Delivery delivery, Sent sent, User person, CourseCopy.Kind kind, long category) {
        Wwwroot sender = context.peer().wwwroot();
        Verdict verdict = check.look(
                Who.of(Optional.of(person)),
                new What(kind, sent.uid(), 0, "", 0, sent.shortname(), "", sender, category));
        verdict.orRefuse();
        ShelfOrder order = orders.arriving(ShelfOrder.open(
                number(context, delivery, sent, kind),
                Direction.IN,
                kind,
                Road.ORIGINAL,
                sender,
                new ShelfOrder.Course(sent.uid(), 0, "", "", 0, sent.title()),
                sent.id(),
                Askers.of(Optional.of(person)),
                category,
                delivery.replace(),
                clock.instant()));
        order.job().ifPresent(job -> jobs.await(job, patience(context)));
        ShelfOrder now = store.find(order.id()).orElseThrow();
        if (now.state() == State.FAILED || now.state() == State.REFUSED) {
            return StatusAnswer.refused(StatusAnswer.FAILURE, now.note());
        }
        long course = now.copyCourse();
        if (course == 0) {
            // The link to the course works from now on; the job goes on with this very one.
            course = placement
                    .placeholder(
                            now,
                            sent.shortname(),
                            sent.title(),
                            verdict.category().orElseThrow().id())
                    .id();
        }
        return done(context, delivery, sent, course);
    }

    private Duration patience(CallContext context) {
        // From the start of the call: the clock may have been set since.
        Duration left = Duration.between(context.at(), context.deadline()).minusSeconds(5);
        Duration wanted = config.legacyWait();
        return left.isNegative() ? Duration.ZERO : left.compareTo(wanted) < 0 ? left : wanted;
    }

    /** The same order as long as its work lives, then another one (section 4.6). */
    private String number(CallContext context, Delivery delivery, Sent sent, CourseCopy.Kind kind) {
        String base = String.join(
                "\n",
                context.peer().wwwroot().value(),
                delivery.user().home(),
                delivery.user().username(),
                kind.name(),
                sent.uid(),
                Long.toString(sent.id()),
                delivery.category().orElse(""));
        for (int turn = 0; ; turn++) {
            String number = HexFormat.of()
                    .formatHex(Digests.sha256((base + "\n" + turn).getBytes(StandardCharsets.UTF_8)))
                    .substring(0, 40);
            Optional<ShelfOrder> known = store.find(number);
            if (known.isEmpty() || !known.get().state().isEnd()) {
                return number;
            }
        }
    }

    private static StatusAnswer done(CallContext context, Delivery delivery, Sent sent, long course) {
        return StatusAnswer.success()
                .with("courseid", course)
                .with("course_idnumber", sent.uid())
                .with("catalogcourseid", sent.id())
                .with("username", delivery.user().username())
                .with("remotehostroot", context.peer().wwwroot().value());
    }

    /** This catalog is ordered to have one of its courses deployed at another site. */
    StatusAnswer deployElsewhere(CallContext context, CourseQuestion question) {
        User person = callers.account(context, question.user());
        if (!platform.roles().can(person.id(), CourseRights.DEPLOY, Scope.site())) {
            throw callers.lacks(context, person, CourseRights.DEPLOY);
        }
        Optional<CourseVersion> version = PublishflowService.find(platform, question.idField(), question.identifier())
                .flatMap(course -> version(course));
        if (version.isEmpty()) {
            return StatusAnswer.refused(StatusAnswer.FAILURE_RECORD, "There is no such course with a package here.");
        }
        if (peers.find(question.whereRoot()).isEmpty()) {
            return StatusAnswer.refused(
                    StatusAnswer.FAILURE_RECORD, "The site that whereroot names is not known here.");
        }
        ShelfOrder order = publications.deployTo(
                orders.newNumber(),
                version.get(),
                Wwwroot.of(question.whereRoot()),
                Optional.of(person),
                question.category().orElse(""));
        order.job().ifPresent(job -> jobs.await(job, patience(context)));
        ShelfOrder now = store.find(order.id()).orElseThrow();
        return switch (now.state()) {
            case DONE -> StatusAnswer.success().with("message", link(now));
            case OPEN -> StatusAnswer.success().with("message", "The course is on its way.");
            default -> StatusAnswer.refused(StatusAnswer.FAILURE, now.note());
        };
    }

    private Optional<CourseVersion> version(Course course) {
        return copies.ofCourse(course.id())
                .filter(CourseCopy::complete)
                .flatMap(copy -> shelf.version(copy.uid(), copy.version()));
    }

    private static String link(ShelfOrder order) {
        String url = order.url().replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
        return "<a href=\"" + url + "\">" + url + "</a>";
    }
}
