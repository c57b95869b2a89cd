package network.constellation.peer.jobs;

/** Told once when a periodic task has not succeeded for too long; contributed at the node, and bound per tenant by audit. */
@FunctionalInterface
public interface WatchdogAlarm {
    void overdue(PeriodicView task);
}
