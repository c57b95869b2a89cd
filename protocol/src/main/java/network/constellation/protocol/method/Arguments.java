package network.constellation.protocol.method;

import java.util.List;
import java.util.Optional;
import network.constellation.protocol.call.Value;

/** Positional arguments being read. Missing trailing ones take defaults, surplus ones are ignored (mnet-wire.md 7.1). */
public final class Arguments {
    private final List<Value> values;

    public Arguments(List<Value> values) {
        this.values = List.copyOf(values);
    }

    /** @throws ShapeException when there is no argument at this position, or it is of a wrong shape */
    public <T> T required(int position, String name, ValueCodec<T> codec) {
        if (position >= values.size()) {
            throw new ShapeException("argument " + (position + 1) + " (" + name + ") is missing");
        }
        return decode(position, name, codec);
    }

    public <T> Optional<T> optional(int position, String name, ValueCodec<T> codec) {
        return position < values.size() ? Optional.of(decode(position, name, codec)) : Optional.empty();
    }

    /** What came from this position on. */
    public List<Value> from(int position) {
        return position < values.size() ? values.subList(position, values.size()) : List.of();
    }

    public <T> T orElse(int position, String name, ValueCodec<T> codec, T otherwise) {
        return optional(position, name, codec).orElse(otherwise);
    }

    private <T> T decode(int position, String name, ValueCodec<T> codec) {
        try {
            return codec.decode(values.get(position));
        } catch (ShapeException wrong) {
            throw new ShapeException("argument " + (position + 1) + " (" + name + "): " + wrong.getMessage());
        }
    }
}
