package network.constellation.protocol.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import network.constellation.protocol.call.MethodCall;
import network.constellation.protocol.call.MethodResponse;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.limits.Limits;
import network.constellation.protocol.vectors.SharedVectors;
import network.constellation.protocol.xml.XmlReader;
import network.constellation.protocol.xmlrpc.Dialect;
import network.constellation.protocol.xmlrpc.XmlRpcCodec;

/** Documents to begin with: some of ours for every type and dialect, and the vectors where they are present. */
final class Seeds {
    private Seeds() {}

    static List<byte[]> documents() {
        List<byte[]> seeds = new ArrayList<>(own());
        seeds.addAll(SharedVectors.corpusIfPresent());
        return seeds;
    }

    private static List<byte[]> own() {
        XmlRpcCodec codec = new XmlRpcCodec(new XmlReader(Limits.standard()));
        Map<String, Value> members = new LinkedHashMap<>();
        members.put("text", new Value.Str("Zażółć <b> & \"'\r\n\t 😀 Ελλάδα"));
        members.put("whole", new Value.Int(1L << 40));
        members.put("number", new Value.Dbl(-3.25));
        members.put("truth", new Value.Bool(true));
        members.put("date", new Value.Date(LocalDateTime.of(2024, 2, 29, 12, 34, 56)));
        members.put("binary", new Value.Base64(BigInteger.TWO.pow(99).toByteArray()));
        members.put("list", new Value.Arr(List.of(new Value.Str(""), new Value.Arr(List.of()))));
        Value value = new Value.Struct(members);
        List<byte[]> documents = new ArrayList<>();
        documents.add(codec.writeCall(new MethodCall("local/x/lib.php/echo", List.of(value, value))));
        for (Dialect dialect : Dialect.values()) {
            documents.add(codec.writeResponse(new MethodResponse.Success(value), dialect));
        }
        documents.add(codec.writeResponse(new MethodResponse.Failure(7020, "a & b"), Dialect.PLAIN));
        documents.add("""
                <?xml version='1.0' encoding='iso-8859-1'?><!-- c --><?pi x?>
                <methodCall><methodName><![CDATA[a/b]]></methodName><params><param><value>
                <ex:nil xmlns:ex="http://ws.apache.org/xmlrpc/namespaces/extensions"/></value></param>
                <param><value><i8>1</i8></value></param></params></methodCall>""".getBytes(UTF_8));
        documents.add("<?xml version=\"1.0\" encoding=\"utf-8\"?><methodCall><methodName>a</methodName><params><param>"
                .concat("<value>&#26;&#149;&#195;&#169;</value></param></params></methodCall>")
                .getBytes(UTF_8));
        documents.add("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>".getBytes(UTF_8));
        return documents;
    }
}
