package network.constellation.protocol.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

/** A bounded, repeatable run over mutated directories: nothing but a refusal, or what was signed, may come out. */
class DirectoryMutationTest {
    private static final int DOCUMENTS = 3_000;

    @Test
    void every_mutated_directory_is_read_rightly_or_refused() {
        DirectoryProbe probe = new DirectoryProbe();
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
        assertThat(accepted).as("readers that accepted something").isPositive();
    }

    @Test
    void the_seeds_are_good() {
        DirectoryProbe probe = new DirectoryProbe();
        int accepted = probe.seeds().stream().mapToInt(probe::probe).sum();
        assertThat(accepted).isGreaterThanOrEqualTo(10);
    }
}
