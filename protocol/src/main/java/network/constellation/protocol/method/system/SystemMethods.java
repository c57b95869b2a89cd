package network.constellation.protocol.method.system;

import static network.constellation.protocol.method.Codecs.argument;
import static network.constellation.protocol.method.Codecs.arguments;
import static network.constellation.protocol.method.Codecs.list;
import static network.constellation.protocol.method.Codecs.noArguments;
import static network.constellation.protocol.method.Codecs.orFalse;
import static network.constellation.protocol.method.Codecs.requiredString;
import static network.constellation.protocol.method.Codecs.string;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.method.Arguments;
import network.constellation.protocol.method.ArgumentsCodec;
import network.constellation.protocol.method.NetworkMethod;
import network.constellation.protocol.method.NetworkMethod.Authority;
import network.constellation.protocol.method.NetworkMethod.Effect;
import network.constellation.protocol.method.NetworkMethod.Parameter;
import network.constellation.protocol.method.NetworkMethod.Result;
import network.constellation.protocol.method.Nothing;

/** Methods that need no service (mnet-wire.md 8): every known peer may call them, the key swap also a stranger. */
public final class SystemMethods {
    private static final Parameter METHOD_NAME =
            new Parameter("method", "string", "Full name of a method, such as auth/mnet/auth.php/user_authorise.");

    /** Names published to the caller, sorted; empty argument: of all services. */
    public static final NetworkMethod<Optional<String>, List<String>> LIST_METHODS = new NetworkMethod<>(
            "system/listMethods",
            List.of(),
            Effect.READ,
            Authority.PEER,
            List.of(new Parameter("service", "string", "Optional: only the methods of this service.")),
            new Result("array", "Full names, sorted."),
            "Lists the methods that this site publishes to you.",
            optionalText("service"),
            SystemShapes.METHOD_NAMES);

    /** Absent when the method is not published to the caller. */
    public static final NetworkMethod<String, Optional<MethodDescription>> METHOD_SIGNATURE = new NetworkMethod<>(
            "system/methodSignature",
            List.of(),
            Effect.READ,
            Authority.PEER,
            List.of(METHOD_NAME),
            new Result("struct", "Members parameters and return; false when the method is not published to you."),
            "Tells the parameters and the result of a method.",
            argument("method", requiredString()),
            orFalse(SystemShapes.DESCRIPTION));

    /** Absent when the method is unknown. */
    public static final NetworkMethod<String, Optional<String>> METHOD_HELP = new NetworkMethod<>(
            "system/methodHelp",
            List.of(),
            Effect.READ,
            Authority.PEER,
            List.of(METHOD_NAME),
            new Result("string", "The help text; false when the method is unknown."),
            "Tells in a sentence or two what a method does.",
            argument("method", requiredString()),
            orFalse(string()));

    public static final NetworkMethod<Nothing, List<ServiceOffer>> LIST_SERVICES = new NetworkMethod<>(
            "system/listServices",
            List.of(),
            Effect.READ,
            Authority.PEER,
            List.of(),
            new Result("array", "Structs of name, apiversion, publish and subscribe, sorted by name."),
            "Lists the services that this site publishes to you or subscribes to from you.",
            noArguments(),
            list(SystemShapes.SERVICE));

    /** The answer is the certificate of the answering side. Plain, from anyone. */
    public static final NetworkMethod<KeyswapOffer, String> KEYSWAP = new NetworkMethod<>(
            "system/keyswap",
            List.of(),
            Effect.IDEMPOTENT,
            Authority.STRANGER,
            List.of(
                    new Parameter("wwwroot", "string", "Base URL of the caller."),
                    new Parameter("pubkey", "string", "Certificate of the caller, PEM."),
                    new Parameter("application", "string", "Optional: moodle or mahara."),
                    new Parameter("offer", "string", "Optional: key statement of the modern suite.")),
            new Result("string", "The certificate of this site, PEM."),
            "Exchanges certificates; a stranger is noted and waits for approval.",
            arguments(SystemMethods::write, SystemMethods::read),
            string());

    public static final List<NetworkMethod<?, ?>> ALL =
            List.of(LIST_METHODS, METHOD_SIGNATURE, METHOD_HELP, LIST_SERVICES, KEYSWAP);

    private SystemMethods() {}

    private static ArgumentsCodec<Optional<String>> optionalText(String name) {
        return arguments(
                text -> text.<List<Value>>map(given -> List.of(new Value.Str(given)))
                        .orElse(List.of()),
                given -> given.optional(0, name, string()).filter(text -> !text.isEmpty()));
    }

    private static List<Value> write(KeyswapOffer offer) {
        List<Value> values = new ArrayList<>();
        values.add(new Value.Str(offer.wwwroot()));
        values.add(new Value.Str(offer.certificatePem()));
        if (offer.application().isPresent() || offer.modernOffer().isPresent()) {
            values.add(new Value.Str(offer.application().orElse("")));
        }
        offer.modernOffer().ifPresent(statement -> values.add(new Value.Str(statement)));
        return values;
    }

    private static KeyswapOffer read(Arguments given) {
        return new KeyswapOffer(
                given.required(0, "wwwroot", requiredString()),
                given.required(1, "pubkey", requiredString()),
                given.optional(2, "application", string()).filter(text -> !text.isEmpty()),
                given.optional(3, "offer", string()).filter(text -> !text.isEmpty()));
    }
}
