package network.constellation.hub.api;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import network.constellation.hub.founding.HubCommand;
import network.constellation.peer.cli.CliContext;
import network.constellation.peer.cli.CliException;
import network.constellation.peer.cli.CliRoom;
import network.constellation.peer.cli.Table;
import network.constellation.peer.cli.Verbs;
import network.constellation.peer.tenant.TenantLease;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hub token create|list|revoke}. */
public final class ApiCli implements CliRoom {
    private static final String ACTOR = "command line";

    @Override
    public void verbs(Verbs verbs) {
        verbs.group("hub token", "Tokens of the HTTP interface, for programs.")
                .badInput(ApiRefusedException.class)
                .add("hub token", Create.class)
                .add("hub token", ListAll.class)
                .add("hub token", Revoke.class);
    }

    @Command(name = "create", description = "Make a token and print it; it is shown only now.")
    static final class Create extends HubCommand {
        @Parameters(paramLabel = "NAME", description = "For the list and the audit, such as the program's name.")
        String name = "";

        @Option(
                names = "--scope",
                required = true,
                arity = "1..*",
                split = ",",
                paramLabel = "SCOPE",
                description =
                        "What it is good for: network:read network:write keys:write orders:read orders:write report:read"
                                + " audit:read.")
        List<String> scopes = new ArrayList<>();

        @Option(names = "--days", paramLabel = "N", description = "How long it is good; 90, if not given.")
        int days = 90;

        @Override
        protected void run(CliContext context, TenantLease hub) {
            Set<ApiScope> wanted = new LinkedHashSet<>();
            for (String label : scopes) {
                wanted.add(ApiScope.of(label)
                        .orElseThrow(() -> CliException.badInput("There is no scope \"" + label + "\"; there are "
                                + String.join(", ", ApiScope.labels()) + ".")));
            }
            IssuedToken issued = hub.get(ApiTokens.class).create(name, wanted, Duration.ofDays(days), ACTOR);
            Map<String, Object> document = document(issued.token(), Instant.MIN);
            document.remove("state");
            document.put("token", issued.secret());
            context.answer(document, out -> out.println(issued.secret()));
            context.hint("curl -H \"Authorization: Bearer TOKEN\" HUB" + ApiOperation.BASE + "/peers");
        }
    }

    @Command(name = "list", description = "List the tokens, with those that are over.")
    static final class ListAll extends HubCommand {
        @Override
        protected void run(CliContext context, TenantLease hub) {
            Instant now = hub.get(java.time.Clock.class).instant();
            List<ApiToken> tokens = hub.get(ApiTokens.class).list();
            context.answer(tokens.stream().map(token -> document(token, now)).toList(), out -> {
                Table table = new Table("STATE", "ID", "NAME", "OWNER", "SCOPES", "EXPIRES", "LAST USED");
                tokens.forEach(token -> table.row(
                        state(token, now),
                        token.id(),
                        token.name(),
                        token.owner(),
                        scopes(token).stream().collect(Collectors.joining(" ")),
                        token.expiresAt(),
                        token.lastUsedAt() == null ? "never" : token.lastUsedAt()));
                table.print(
                        out,
                        "No token yet. Make the first: constellation hub token create --data DIR NAME --scope network:read");
            });
        }
    }

    @Command(name = "revoke", description = "End a token at once.")
    static final class Revoke extends HubCommand {
        @Parameters(paramLabel = "NAME", description = "Its name, or the eight letters that stand in it.")
        String name = "";

        @Override
        protected void run(CliContext context, TenantLease hub) {
            ApiToken token = hub.get(ApiTokens.class).revoke(name, ACTOR);
            context.done("Token \"" + token.name() + "\" is revoked.", Map.of("id", token.id(), "name", token.name()));
        }
    }

    private static String state(ApiToken token, Instant now) {
        return token.revokedAt() != null ? "revoked" : token.inForce(now) ? "in force" : "expired";
    }

    private static List<String> scopes(ApiToken token) {
        return token.scopes().stream().map(ApiScope::label).toList();
    }

    private static Map<String, Object> document(ApiToken token, Instant now) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", token.id());
        document.put("name", token.name());
        document.put("owner", token.owner());
        document.put("scopes", scopes(token));
        document.put("state", state(token, now));
        document.put("created", token.createdAt());
        document.put("expires", token.expiresAt());
        document.put("lastUsed", token.lastUsedAt());
        return document;
    }
}
