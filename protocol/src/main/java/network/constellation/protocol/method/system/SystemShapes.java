package network.constellation.protocol.method.system;

import static network.constellation.protocol.method.Codecs.codec;
import static network.constellation.protocol.method.Codecs.flagAsString;
import static network.constellation.protocol.method.Codecs.list;
import static network.constellation.protocol.method.Codecs.string;
import static network.constellation.protocol.method.Codecs.struct;

import java.util.List;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.method.Members;
import network.constellation.protocol.method.NetworkMethod.Parameter;
import network.constellation.protocol.method.NetworkMethod.Result;
import network.constellation.protocol.method.ValueCodec;

/** The shapes of introspection answers: written as Moodle does, read also as Mahara writes them (mnet-wire.md 8). */
final class SystemShapes {
    static final ValueCodec<ServiceOffer> SERVICE = struct(
            service -> Members.create()
                    .with("name", service.name())
                    .with("apiversion", service.apiVersion())
                    .with("publish", flagAsString(), service.publish())
                    .with("subscribe", flagAsString(), service.subscribe()),
            members -> new ServiceOffer(
                    members.required("name", string()),
                    members.text("apiversion"),
                    members.orElse("publish", flagAsString(), false),
                    members.orElse("subscribe", flagAsString(), false)));

    private static final ValueCodec<Parameter> PARAMETER = struct(
            parameter -> Members.create()
                    .with("name", parameter.name())
                    .with("type", parameter.type())
                    .with("description", parameter.description()),
            members -> new Parameter(members.text("name"), members.text("type"), members.text("description")));

    private static final ValueCodec<Result> RESULT = struct(
            result -> Members.create().with("type", result.type()).with("description", result.description()),
            members -> new Result(members.text("type"), members.text("description")));

    private static final ValueCodec<MethodDescription> MOODLE_DESCRIPTION = struct(
            description -> Members.create()
                    .with("parameters", list(PARAMETER), description.parameters())
                    .with("return", RESULT, description.result()),
            members -> new MethodDescription(
                    members.orElse("parameters", list(PARAMETER), List.of()),
                    members.orElse("return", RESULT, new Result("", ""))));

    /** A Mahara answers with an array of signatures, each the types of the result and then of the parameters. */
    static final ValueCodec<MethodDescription> DESCRIPTION = codec(
            MOODLE_DESCRIPTION::encode,
            value -> value instanceof Value.Arr signatures ? maharas(signatures) : MOODLE_DESCRIPTION.decode(value));

    /** A Mahara answers with a struct of long names to short names. */
    static final ValueCodec<List<String>> METHOD_NAMES = codec(
            list(string())::encode,
            value -> value instanceof Value.Struct struct
                    ? List.copyOf(struct.members().keySet())
                    : list(string()).decode(value));

    private SystemShapes() {}

    private static MethodDescription maharas(Value.Arr signatures) {
        if (signatures.items().isEmpty()) {
            return new MethodDescription(List.of(), new Result("", ""));
        }
        List<Parameter> types = list(PARAMETER).decode(signatures.items().get(0));
        Result result = types.isEmpty()
                ? new Result("", "")
                : new Result(types.get(0).type(), types.get(0).description());
        return new MethodDescription(types.stream().skip(1).toList(), result);
    }
}
