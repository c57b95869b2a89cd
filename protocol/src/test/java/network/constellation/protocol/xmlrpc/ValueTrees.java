package network.constellation.protocol.xmlrpc;

import java.time.LocalDateTime;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;
import network.constellation.protocol.call.Value;

/** Any value that has a form in XML-RPC, up to five levels deep. */
public final class ValueTrees {
    private ValueTrees() {}

    public static Arbitrary<Value> values() {
        return values(4);
    }

    private static Arbitrary<Value> values(int levels) {
        if (levels == 0) {
            return leaves();
        }
        Arbitrary<Value> inner = values(levels - 1);
        return Arbitraries.frequencyOf(
                Tuple.of(3, leaves()),
                Tuple.of(1, inner.list().ofMaxSize(4).map(Value.Arr::new)),
                Tuple.of(1, Arbitraries.maps(texts(), inner).ofMaxSize(4).map(Value.Struct::new)));
    }

    /** Text of every character that XML 1.0 can carry, with a preference for those that need care. */
    static Arbitrary<String> texts() {
        Arbitrary<String> any = Arbitraries.strings()
                .withCharRange(' ', '\uD7FF')
                .withCharRange('\uE000', '\uFFFD')
                .withChars('\t', '\n', '\r')
                .ofMaxLength(40);
        Arbitrary<String> nasty = Arbitraries.of(
                        "<",
                        ">",
                        "&",
                        "\"",
                        "'",
                        "\r",
                        "\n",
                        "\t",
                        " ",
                        "]]>",
                        "&#195;",
                        "&#26;&#149;",
                        "&amp;",
                        "é",
                        "Ł",
                        "Ελλάδα",
                        "Россия",
                        "😀",
                        "\u0085",
                        "\u2028",
                        "\uFFFD",
                        "<!--",
                        "<![CDATA[",
                        "%",
                        "\\")
                .list()
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
        return Arbitraries.oneOf(any, nasty);
    }

    private static Arbitrary<Value> leaves() {
        return Arbitraries.oneOf(List.of(
                texts().map(Value.Str::new),
                Arbitraries.longs().map(Value.Int::new),
                Arbitraries.integers().map(number -> new Value.Int(number)),
                Arbitraries.of(true, false).map(Value.Bool::new),
                Arbitraries.doubles().map(Value.Dbl::new),
                Arbitraries.of(0.0, -0.0, 3.25, 1e-9, Double.MIN_VALUE, Double.MAX_VALUE)
                        .map(Value.Dbl::new),
                Arbitraries.bytes().array(byte[].class).ofMaxSize(200).map(Value.Base64::new),
                Arbitraries.longs()
                        .between(-62_000_000_000L, 253_000_000_000L)
                        .map(seconds -> new Value.Date(
                                LocalDateTime.of(1970, 1, 1, 0, 0).plusSeconds(seconds)))));
    }
}
