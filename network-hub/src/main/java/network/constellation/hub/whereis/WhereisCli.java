package network.constellation.hub.whereis;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import network.constellation.hub.founding.HubCommand;
import network.constellation.peer.cli.CliContext;
import network.constellation.peer.cli.CliException;
import network.constellation.peer.cli.CliRoom;
import network.constellation.peer.cli.Table;
import network.constellation.peer.cli.Verbs;
import network.constellation.peer.tenant.TenantLease;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code hub whereis}. */
public final class WhereisCli implements CliRoom {
    @Override
    public void verbs(Verbs verbs) {
        verbs.add("hub", Find.class);
    }

    @Command(name = "whereis", description = "Find a person's accounts and live sessions at all sites.")
    static final class Find extends HubCommand {
        @Parameters(paramLabel = "TEXT", description = "Part of a name, user name, e-mail address or id number.")
        String text = "";

        @Override
        protected void run(CliContext context, TenantLease hub) {
            Search search;
            try {
                search = hub.get(Whereis.class).search(text, "command line");
            } catch (IllegalArgumentException tooShort) {
                throw CliException.badInput(String.valueOf(tooShort.getMessage()));
            }
            context.answer(document(search), out -> {
                out.println(sentence(search));
                if (!search.people().isEmpty()) {
                    Table table = new Table("NAME", "USER NAME", "HOME", "ACCOUNTS AT", "SIGNED IN AT");
                    search.people()
                            .forEach(person -> table.row(
                                    person.name(),
                                    person.username(),
                                    person.homeName(),
                                    person.accounts().stream()
                                            .map(account ->
                                                    account.siteName() + (account.suspended() ? " (suspended)" : ""))
                                            .collect(Collectors.joining(", ")),
                                    person.places().stream()
                                            .map(WhereisCli::place)
                                            .collect(Collectors.joining(", "))));
                    table.print(out, "");
                }
                search.silent()
                        .forEach(site -> out.println("No answer from " + site.name() + " (" + site.site() + "): "
                                + site.outcome().label() + ", " + site.detail()));
            });
        }
    }

    private static String place(Person.Place place) {
        String when = place.live() ? "live" : "seen " + place.seen();
        return place.siteName() + " (" + when + (place.hearsay() ? ", as its home says" : "") + ")";
    }

    private static String sentence(Search search) {
        return switch (search.verdict()) {
            case NONE ->
                search.silent().isEmpty()
                        ? "Nobody at any site fits."
                        : "Nobody fits at the sites that answered; "
                                + search.silent().size() + " did not answer.";
            case MANY ->
                search.found() + " people fit"
                        + (search.truncated() ? "; not all are shown, a longer text finds fewer." : ".");
            case LIVE -> "Found, and signed in now.";
            case STALE -> "Found; signed in, but not seen within ten minutes.";
            case AWAY -> "Found, and signed in nowhere.";
        };
    }

    private static Map<String, Object> document(Search search) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("verdict", search.verdict().label());
        document.put("found", search.found());
        document.put("truncated", search.truncated());
        document.put(
                "people", search.people().stream().map(WhereisCli::document).toList());
        document.put("sites", search.sites().stream().map(WhereisCli::document).toList());
        return document;
    }

    private static Map<String, Object> document(Person person) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("name", person.name());
        document.put("username", person.username());
        document.put("home", person.home());
        document.put(
                "accounts",
                person.accounts().stream()
                        .map(account -> Map.of(
                                "site", account.site(),
                                "suspended", account.suspended(),
                                "lastLogin",
                                        account.lastLogin()
                                                .map(Object::toString)
                                                .orElse("never")))
                        .toList());
        document.put(
                "places",
                person.places().stream()
                        .map(place -> Map.of(
                                "site", place.site(),
                                "since", place.since().toString(),
                                "seen", place.seen().toString(),
                                "live", place.live(),
                                "hearsay", place.hearsay()))
                        .toList());
        return document;
    }

    private static Map<String, Object> document(SiteAnswer site) {
        return Map.of(
                "site", site.site(),
                "outcome", site.outcome().label(),
                "given", site.given(),
                "total", site.total(),
                "detail", site.detail());
    }
}
