package network.constellation.peer.mail;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.UUID;
import network.constellation.peer.jobs.Jobs;

/** Sends letters, durably: an order is stored when {@link #order} returns, and tried until the server takes it. */
@Singleton
public final class Mail {
    private final Jobs jobs;
    private final SendLetter kind;
    private final MailConfig config;

    @Inject
    Mail(Jobs jobs, SendLetter kind, MailConfig config) {
        this.jobs = jobs;
        this.kind = kind;
        this.config = config;
    }

    /** False when no server is configured: then show a link to an administrator instead of ordering. */
    public boolean configured() {
        return config.configured();
    }

    /** @return the job that sends it */
    public UUID order(LetterOrder order) {
        if (!configured()) {
            throw new IllegalStateException("No mail server is configured (mail.host)");
        }
        return jobs.start(kind, order);
    }
}
