package network.constellation.protocol.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

/** A bounded, repeatable run over mutated envelopes: nothing but a refusal, or what was signed, may come out. */
class EnvelopeMutationTest {
    private static final int DOCUMENTS = 1_500;

    @Test
    void every_mutated_envelope_is_opened_rightly_or_refused() {
        EnvelopeProbe probe = new EnvelopeProbe();
        Mutator mutator = new Mutator(20_261_121, probe.seeds());
        int accepted = 0;
        for (int i = 0; i < DOCUMENTS; i++) {
            byte[] document = mutator.next();
            try {
                accepted += probe.probe(document);
            } catch (RuntimeException | StackOverflowError | AssertionError broken) {
                throw new AssertionError(
                        "document " + i + ", base64: " + Base64.getEncoder().encodeToString(document), broken);
            }
        }
        assertThat(accepted).as("stages that accepted something").isPositive();
    }

    @Test
    void the_seeds_are_good() {
        EnvelopeProbe probe = new EnvelopeProbe();
        int accepted = probe.seeds().stream().limit(7).mapToInt(probe::probe).sum();
        assertThat(accepted).isGreaterThanOrEqualTo(12);
    }
}
