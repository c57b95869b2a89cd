package network.constellation.protocol.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

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
        int acceptable = new Mutator(20_261_121, Seeds.documents())
                .run(DOCUMENTS, document -> CodecProbe.probe(codec, document) ? 1 : 0);
        assertThat(acceptable).as("acceptable documents among the mutated").isPositive();
    }
}
