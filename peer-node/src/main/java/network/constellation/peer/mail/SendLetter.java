package network.constellation.peer.mail;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import network.constellation.peer.jobs.JobContext;
import network.constellation.peer.jobs.JobFailure;
import network.constellation.peer.jobs.JobKind;

/** The durable job behind {@link Mail}: has the letter written, hands it to the server. */
@Singleton
final class SendLetter implements JobKind<LetterOrder> {
    private final Set<LetterWriter> writers;
    private final SmtpPost post;

    @Inject
    SendLetter(Set<LetterWriter> writers, SmtpPost post) {
        this.writers = writers;
        this.post = post;
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public Class<LetterOrder> stateType() {
        return LetterOrder.class;
    }

    @Override
    public List<NamedStep<LetterOrder>> steps() {
        return List.of(JobKind.step("send", this::send));
    }

    /** Two days of trying, then the letter is old. */
    @Override
    public RetryPolicy retries() {
        return new RetryPolicy(Duration.ofSeconds(5), Duration.ofMinutes(30), 100);
    }

    private LetterOrder send(JobContext context, LetterOrder order) throws Exception {
        LetterWriter writer = writers.stream()
                .filter(one -> one.name().equals(order.letter()))
                .findFirst()
                .orElseThrow(() -> new JobFailure("Nobody writes letters of the sort " + order.letter()));
        Optional<Letter> letter = writer.write(order);
        if (letter.isPresent()) {
            post.send(letter.get(), context.now());
        }
        return order;
    }
}
