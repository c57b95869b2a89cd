package network.constellation.testnetwork.vectors;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import network.constellation.peer.dispatch.MethodBinding;
import network.constellation.protocol.call.Fault;
import network.constellation.protocol.call.MethodCall;
import network.constellation.protocol.call.MethodResponse;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.method.ArgumentsCodec;
import network.constellation.protocol.method.NetworkMethod;
import network.constellation.protocol.method.NetworkMethod.Authority;
import network.constellation.protocol.method.NetworkMethod.Effect;
import network.constellation.protocol.method.ValueCodec;

/** Methods that answer what the recorded site answered to the same call: the site's state, without its features. */
public final class RecordedAnswers {
    private static final ArgumentsCodec<List<Value>> ANY_ARGUMENTS = new ArgumentsCodec<>() {
        @Override
        public List<Value> encode(List<Value> arguments) {
            return arguments;
        }

        @Override
        public List<Value> decode(List<Value> arguments) {
            return arguments;
        }
    };
    private static final ValueCodec<Value> ANY_VALUE = new ValueCodec<>() {
        @Override
        public Value encode(Value value) {
            return value;
        }

        @Override
        public Value decode(Value value) {
            return value;
        }
    };

    private final Map<MethodCall, MethodResponse> answers = new HashMap<>();

    public void add(MethodCall call, MethodResponse answer) {
        answers.put(call, answer);
    }

    /** A method of these services that answers from the record; {@code echo_one} and {@code echo_args} really echo. */
    public MethodBinding method(String name, String... services) {
        NetworkMethod<List<Value>, Value> method = new NetworkMethod<>(
                name,
                List.of(services),
                name.contains("available_courses") ? Effect.READ : Effect.WRITE,
                Authority.PEER,
                parameters(name),
                new NetworkMethod.Result("array", "What the recorded site answered."),
                "Answers what was recorded.",
                ANY_ARGUMENTS,
                ANY_VALUE);
        return MethodBinding.of(method, (context, arguments) -> answer(new MethodCall(name, arguments)));
    }

    private Value answer(MethodCall call) {
        if (call.method().endsWith("/echo_args")) {
            return Value.array(call.arguments());
        }
        if (call.method().endsWith("/echo_one")) {
            return call.arguments().get(0);
        }
        MethodResponse recorded = answers.get(call);
        if (recorded instanceof MethodResponse.Success success) {
            return success.value();
        }
        if (recorded instanceof MethodResponse.Failure failure) {
            throw new Fault(failure.code(), failure.text());
        }
        throw new IllegalStateException("Nothing is recorded for " + call);
    }

    private static List<NetworkMethod.Parameter> parameters(String name) {
        return name.endsWith("/user_authorise")
                ? List.of(
                        new NetworkMethod.Parameter("token", "string", "The token."),
                        new NetworkMethod.Parameter("useragent", "string", "The user agent."))
                : List.of();
    }
}
