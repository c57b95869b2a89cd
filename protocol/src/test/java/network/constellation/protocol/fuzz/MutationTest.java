package network.constellation.protocol.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import network.constellation.protocol.limits.Limits;
import network.constellation.protocol.xml.XmlReader;
import network.constellation.protocol.xmlrpc.XmlRpcCodec;
import org.junit.jupiter.api.Test;

/** A bounded, repeatable run over mutated documents: nothing but the one refusal may come out. */
class MutationTest {
    private static final int DOCUMENTS = 20_000;

    private final XmlRpcCodec codec = new XmlRpcCodec(new XmlReader(Limits.standard()));

    @Test
    void every_mutated_document_is_read_or_refused() {
        Mutator mutator = new Mutator(20_261_121, Seeds.documents());
        int acceptable = 0;
        for (int i = 0; i < DOCUMENTS; i++) {
            byte[] document = mutator.next();
            try {
                acceptable += CodecProbe.probe(codec, document) ? 1 : 0;
            } catch (RuntimeException | StackOverflowError | AssertionError broken) {
                throw new AssertionError(
                        "document " + i + ", base64: " + Base64.getEncoder().encodeToString(document), broken);
            }
        }
        assertThat(acceptable).as("acceptable documents among the mutated").isPositive();
    }
}
