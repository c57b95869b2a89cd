package network.constellation.protocol.method;

import java.util.List;

/**
 * The one declaration of a method of the network: dispatch, client, introspection, policy pages and the generated
 * reference all read it.
 *
 * @param name the name on the wire, e.g. {@code auth/mnet/auth.php/user_authorise} (mnet-wire.md 7.1)
 * @param services the services that hold it; a caller needs one of them published to it. Empty: open to every known
 *     peer (the {@code system/} methods)
 * @param effect whether a call changes state, which decides replay storage and retry
 * @param authority who may call beyond the service being published
 * @param parameters for documentation and introspection, in order
 * @param result what it answers, for documentation and introspection
 * @param help one or two sentences for administrators
 * @param arguments between positional wire values and {@code A}
 * @param answer between a wire value and {@code R}
 */
public record NetworkMethod<A, R>(
        String name,
        List<String> services,
        Effect effect,
        Authority authority,
        List<Parameter> parameters,
        Result result,
        String help,
        ArgumentsCodec<A> arguments,
        ValueCodec<R> answer) {

    public NetworkMethod {
        services = List.copyOf(services);
        parameters = List.copyOf(parameters);
    }

    /** Whether a call changes anything at the callee. */
    public enum Effect {
        /** May be repeated by anyone at any time without effect. */
        READ,
        /** Changes state, but the same call twice has the effect of one: the client may retry. */
        IDEMPOTENT,
        /** Changes state each time: never retried after it may have arrived. */
        WRITE
    }

    /** What a caller must be. */
    public enum Authority {
        /** Any approved peer to which the service is published. */
        PEER,
        /** The peer recorded as this node's hub. */
        HUB,
        /** Anyone, without an envelope: only {@code system/keyswap}. */
        STRANGER
    }

    /** @param type {@code string}, {@code int}, {@code boolean}, {@code double}, {@code array}, {@code struct} */
    public record Parameter(String name, String type, String description) {}

    public record Result(String type, String description) {}
}
