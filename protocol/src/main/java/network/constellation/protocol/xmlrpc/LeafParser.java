package network.constellation.protocol.xmlrpc;

import java.util.function.Function;
import network.constellation.protocol.call.Value;
import org.apache.xmlrpc.parser.AtomicParser;

/** A value without values inside: its text, turned into a {@link Value}. */
final class LeafParser extends AtomicParser {
    private final Function<String, Value> reading;

    LeafParser(Function<String, Value> reading) {
        this.reading = reading;
    }

    @Override
    protected void setResult(String text) {
        setResult(reading.apply(text));
    }
}
