package network.constellation.peer.jobs;

/** Trying again cannot help; the message is the sentence that an administrator reads on the job. */
public final class JobFailure extends Exception {
    private static final long serialVersionUID = 1L;

    public JobFailure(String sentence) {
        super(sentence);
    }
}
