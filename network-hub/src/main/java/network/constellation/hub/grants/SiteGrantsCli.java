package network.constellation.hub.grants;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import network.constellation.hub.founding.HubCommand;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.cli.CliContext;
import network.constellation.peer.cli.CliException;
import network.constellation.peer.cli.CliRoom;
import network.constellation.peer.cli.Table;
import network.constellation.peer.cli.Verbs;
import network.constellation.peer.tenant.TenantLease;
import network.constellation.protocol.method.administration.HeldGrant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code hub grants}. */
public final class SiteGrantsCli implements CliRoom {
    @Override
    public void verbs(Verbs verbs) {
        verbs.add("hub", Show.class);
    }

    @Command(name = "grants", description = "Ask a site what it lets this hub order.")
    static final class Show extends HubCommand {
        @Parameters(paramLabel = "SITE_URL", description = "The site's address.")
        String site = "";

        @Override
        protected void run(CliContext context, TenantLease hub) {
            SiteGrants room = hub.get(SiteGrants.class);
            SiteGrants.Asked asked = room.ask(Wwwroot.normalized(site));
            ToldGrants told = asked.told().orElseThrow(() -> CliException.badInput(asked.problem()));
            List<HeldGrant> open = room.open(told);
            context.answer(document(told, asked.problem(), open), out -> {
                Table table = new Table("OPERATION", "ONLY", "MOST BYTES", "READING ONLY", "SINCE", "UNTIL");
                open.forEach(grant -> table.row(
                        grant.operation(),
                        grant.only(),
                        grant.maxBytes() == 0 ? "" : grant.maxBytes(),
                        grant.readOnly() ? "yes" : "",
                        grant.since(),
                        grant.until().map(Instant::toString).orElse("")));
                table.print(out, "The site lets this hub order nothing.");
                if (!asked.problem().isEmpty()) {
                    out.println("Said " + told.heard() + "; it does not answer now: " + asked.problem());
                }
            });
        }
    }

    private static Map<String, Object> document(ToldGrants told, String problem, List<HeldGrant> open) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("site", told.site());
        document.put("heard", told.heard());
        document.put("problem", problem);
        document.put("grants", open.stream().map(SiteGrantsCli::document).toList());
        return document;
    }

    private static Map<String, Object> document(HeldGrant grant) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("operation", grant.operation());
        document.put("only", grant.only());
        document.put("maxBytes", grant.maxBytes());
        document.put("readOnly", grant.readOnly());
        document.put("since", grant.since());
        document.put("until", grant.until().orElse(null));
        return document;
    }
}
