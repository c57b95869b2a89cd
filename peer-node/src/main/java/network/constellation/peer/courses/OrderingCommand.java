package network.constellation.peer.courses;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import network.constellation.peer.cli.CliContext;
import network.constellation.peer.cli.CliException;
import network.constellation.peer.cli.TenantCommand;
import network.constellation.peer.jobs.JobView;
import network.constellation.peer.jobs.Jobs;
import network.constellation.peer.tenant.TenantLease;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A verb that orders something, and can wait until it is there. */
@Command
abstract class OrderingCommand extends TenantCommand {
    private static final Duration PATIENCE = Duration.ofHours(12);
    private static final Duration LOOK = Duration.ofMillis(500);

    @Option(names = "--wait", description = "Wait until the course is there; exit status 1 when it is not.")
    boolean wait;

    @Override
    protected boolean works() {
        return wait;
    }

    void answer(CliContext context, TenantLease tenant, ShelfOrder order, Map<String, Object> more) {
        ShelfOrder now = wait ? awaited(context, tenant, order) : order;
        Map<String, Object> document = new LinkedHashMap<>(more);
        document.put("order", now.id());
        document.put("uid", now.course().uid());
        document.put("version", now.course().version());
        document.put("title", now.course().title());
        document.put("sha256", now.course().sha256());
        document.put("state", now.state().name().toLowerCase(Locale.ROOT));
        document.put("note", now.note());
        document.put("course", now.copyCourse());
        document.put("url", now.url());
        now.job().ifPresent(job -> document.put("job", job.toString()));
        context.answer(document, out -> {
            out.println(now.course().title() + ", version " + now.course().version() + ": " + document.get("state")
                    + (now.note().isEmpty() ? "" : ": " + now.note()));
            if (!now.url().isEmpty()) {
                out.println(now.url());
            }
        });
        if (now.state() == ShelfOrder.State.FAILED || now.state() == ShelfOrder.State.REFUSED) {
            throw CliException.silently();
        }
    }

    private static ShelfOrder awaited(CliContext context, TenantLease tenant, ShelfOrder order) {
        Jobs jobs = tenant.get(Jobs.class);
        CourseOrders orders = tenant.get(CourseOrders.class);
        String said = "";
        if (order.job().isEmpty()) {
            return order;
        }
        for (long looked = 0; looked < PATIENCE.toMillis(); looked += LOOK.toMillis()) {
            JobView job = jobs.await(order.job().get(), LOOK);
            if (job.state().isEnded()) {
                break;
            }
            String note = job.percent() + " % " + job.note()
                    + job.lastError().map(why -> " (" + why + ")").orElse("");
            if (!note.equals(said)) {
                context.err().println(note);
                said = note;
            }
        }
        return orders.find(order.id()).orElse(order);
    }
}
