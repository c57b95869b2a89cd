package network.constellation.peer.jobs;

/**
 * One step of a job. It may run more than once: a process killed between the work and the note that it was done does the
 * work again, so its effect must be the same the second time.
 */
@FunctionalInterface
public interface Step<S> {
    /**
     * @return the state that the next step starts from, stored before that begins
     * @throws JobFailure when trying again cannot help
     * @throws Exception for anything else: the step is tried again later
     */
    S run(JobContext context, S state) throws Exception;
}
