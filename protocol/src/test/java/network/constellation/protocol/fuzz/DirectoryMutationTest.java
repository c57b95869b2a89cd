package network.constellation.protocol.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A bounded, repeatable run over mutated directories: nothing but a refusal, or what was signed, may come out. */
class DirectoryMutationTest {
    private static final int DOCUMENTS = 3_000;

    @Test
    void every_mutated_directory_is_read_rightly_or_refused() {
        DirectoryProbe probe = new DirectoryProbe();
        int accepted = new Mutator(20_261_121, probe.seeds()).run(DOCUMENTS, probe::probe);
        assertThat(accepted).as("readers that accepted something").isPositive();
    }

    @Test
    void the_seeds_are_good() {
        DirectoryProbe probe = new DirectoryProbe();
        int accepted = probe.seeds().stream().mapToInt(probe::probe).sum();
        assertThat(accepted).isGreaterThanOrEqualTo(10);
    }
}
