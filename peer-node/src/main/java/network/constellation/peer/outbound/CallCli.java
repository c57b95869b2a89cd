package network.constellation.peer.outbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.cli.CliContext;
import network.constellation.peer.cli.CliException;
import network.constellation.peer.cli.CliRoom;
import network.constellation.peer.cli.TenantCommand;
import network.constellation.peer.cli.Verbs;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.tenant.TenantLease;
import network.constellation.protocol.call.Value;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code call}: one signed and sealed call of any method at a peer. */
public final class CallCli implements CliRoom {

    @Override
    public void verbs(Verbs verbs) {
        verbs.add("", Call.class);
    }

    @Command(
            name = "call",
            description = {
                "Call a method of a peer, signed and sealed, and print its result as JSON.",
                "Arguments are JSON; base64 is {\"$$base64\": \"...\"}, a date {\"$$date\": \"2026-11-21T08:00:00\"}."
            })
    static final class Call extends TenantCommand {
        private static final ObjectMapper JSON = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();

        @Parameters(index = "0", paramLabel = "PEER_URL", description = "The peer's address.")
        String peer = "";

        @Parameters(index = "1", paramLabel = "METHOD", description = "Full name, such as system/listServices.")
        String method = "";

        @Parameters(index = "2..*", paramLabel = "JSON_ARGUMENT", description = "Arguments, in their order.")
        List<String> arguments = List.of();

        @Override
        protected void run(CliContext context, TenantLease tenant) throws JsonProcessingException {
            List<Value> values = new ArrayList<>();
            for (String argument : arguments) {
                values.add(parsed(argument));
            }
            Peer called = tenant.get(Peers.class).require(Wwwroot.normalized(peer));
            Value answer;
            try {
                answer = tenant.get(PeerClient.class).rawCall(called, method, values);
            } catch (UnreachableException unreachable) {
                throw CliException.failed("unreachable: " + unreachable.why());
            }
            JsonNode document = JsonValues.toJson(answer);
            context.out().println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document));
        }

        private static Value parsed(String argument) {
            try {
                return JsonValues.ofJson(JSON.readTree(argument));
            } catch (JsonProcessingException | IllegalArgumentException noJson) {
                String why = noJson instanceof JsonProcessingException ? "is not JSON" : noJson.getMessage();
                throw CliException.badInput(
                        "The argument " + argument + " " + why + "; write a text as '\"text\"', a number as 5.");
            }
        }
    }
}
