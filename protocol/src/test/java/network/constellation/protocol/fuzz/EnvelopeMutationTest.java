package network.constellation.protocol.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A bounded, repeatable run over mutated envelopes: nothing but a refusal, or what was signed, may come out. */
class EnvelopeMutationTest {
    private static final int DOCUMENTS = 1_500;

    @Test
    void every_mutated_envelope_is_opened_rightly_or_refused() {
        EnvelopeProbe probe = new EnvelopeProbe();
        int accepted = new Mutator(20_261_121, probe.seeds()).run(DOCUMENTS, probe::probe);
        assertThat(accepted).as("stages that accepted something").isPositive();
    }

    @Test
    void the_seeds_are_good() {
        EnvelopeProbe probe = new EnvelopeProbe();
        int accepted = probe.seeds().stream().limit(7).mapToInt(probe::probe).sum();
        assertThat(accepted).isGreaterThanOrEqualTo(12);
    }
}
