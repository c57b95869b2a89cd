package network.constellation.peer.audit;

import com.google.inject.Inject;
import network.constellation.peer.jobs.PeriodicView;
import network.constellation.peer.jobs.WatchdogAlarm;

/** The watchdog's alarm as a line. */
final class AuditedAlarm implements WatchdogAlarm {
    static final String OVERDUE = "watchdog.overdue";

    private final Audit audit;

    @Inject
    AuditedAlarm(Audit audit) {
        this.audit = audit;
    }

    @Override
    public void overdue(PeriodicView task) {
        audit.record(AuditEvent.failed(OVERDUE, "system", task.lastError().orElse("did not run"))
                .with("task", task.name())
                .with("since", task.lastSuccess().orElse(task.registered()).toString()));
    }
}
