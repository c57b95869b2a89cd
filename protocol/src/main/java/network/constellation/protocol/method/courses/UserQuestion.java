package network.constellation.protocol.method.courses;

import java.util.Optional;

/**
 * Arguments of {@code publishflow_rpc_check_user}.
 *
 * @param context empty: on the whole site; {@code any}: in some course or category; else a number
 * @param asText whether refusals come as JSON; without it an accepted user is an empty string
 */
public record UserQuestion(CallingUser user, String capability, Optional<String> context, boolean asText) {}
