package network.constellation.protocol.method.administration;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import network.constellation.protocol.call.Value;

/**
 * Who gives an order, for the record only: authority comes from the signature and from what the peer has granted
 * (network-admin.md 2.7). The originals know the first three members and ignore the others.
 *
 * @param username the person at the hub, 1 to 100 characters
 * @param userHost wwwroot at which that person is at home
 * @param remoteHost wwwroot that sends the call; must be its signer
 * @param callId 32 lower-case hex digits; the same call again has the same; empty from originals
 * @param expected mark of the state that the caller saw and wants changed; empty: whatever it is now
 */
public record AdminCaller(String username, String userHost, String remoteHost, String callId, String expected) {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ROOT = 255;

    public AdminCaller(String username, String userHost, String remoteHost) {
        this(username, userHost, remoteHost, "", "");
    }

    /** Empty where anything is missing, of another type, empty, or too long. */
    public static Optional<AdminCaller> of(Value value) {
        if (!(value instanceof Value.Struct struct)) {
            return Optional.empty();
        }
        Map<String, Value> members = struct.members();
        AdminCaller caller = new AdminCaller(
                text(members, "username"),
                text(members, "remoteuserhostroot"),
                text(members, "remotehostroot"),
                text(members, "callid"),
                text(members, "expected"));
        boolean whole = fits(caller.username, LONGEST_NAME)
                && fits(caller.userHost, LONGEST_ROOT)
                && fits(caller.remoteHost, LONGEST_ROOT)
                && caller.callId.matches("[0-9a-f]{32}|")
                && caller.expected.matches("[0-9a-f]{64}|");
        return whole ? Optional.of(caller) : Optional.empty();
    }

    Value toValue() {
        Map<String, Value> members = new LinkedHashMap<>();
        members.put("username", Value.of(username));
        members.put("remoteuserhostroot", Value.of(userHost));
        members.put("remotehostroot", Value.of(remoteHost));
        if (!callId.isEmpty()) {
            members.put("callid", Value.of(callId));
        }
        if (!expected.isEmpty()) {
            members.put("expected", Value.of(expected));
        }
        return new Value.Struct(members);
    }

    private static boolean fits(String text, int longest) {
        return !text.isBlank() && text.length() <= longest;
    }

    private static String text(Map<String, Value> members, String name) {
        return members.get(name) instanceof Value.Str text ? text.value() : "";
    }
}
