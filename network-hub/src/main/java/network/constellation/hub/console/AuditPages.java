package network.constellation.hub.console;

import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.audit.AuditFound;
import network.constellation.peer.audit.AuditLine;
import network.constellation.peer.audit.AuditQuery;
import network.constellation.peer.web.PageView;
import network.constellation.peer.web.Pages;
import network.constellation.peer.web.Routes;
import network.constellation.peer.web.WebRequest;
import network.constellation.peer.web.WebResponse;
import network.constellation.peer.web.text.Texts;
import network.constellation.peer.web.view.Badge;
import network.constellation.peer.web.view.Cell;
import network.constellation.peer.web.view.Slice;
import network.constellation.peer.web.view.State;
import network.constellation.peer.web.view.Table;
import network.constellation.peer.web.view.TableQuery;
import org.jspecify.annotations.Nullable;

/** The hub's audit, searched by time, event, person, site, outcome and reference number. */
final class AuditPages implements Pages {
    static final String PATH = "/hub/audit";
    private static final Class<?> ROOM = ConsolePages.class;
    private static final Set<String> FILTERS = Set.of("event", "actor", "peer", "outcome", "reference", "from", "to");

    private final Audit audit;
    private final Texts texts;

    @Inject
    AuditPages(Audit audit, Texts texts) {
        this.audit = audit;
        this.texts = texts;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(PATH, ConsolePages.ADMIN, this::search);
    }

    private WebResponse search(WebRequest request) {
        TableQuery query = TableQuery.from(request, "at", Set.of(), FILTERS);
        AuditFound found = audit.search(wanted(query), query.offset(), query.size());
        Texts.Text words = texts.in(request.locale(), ROOM);
        Map<String, String> outcomes = new LinkedHashMap<>();
        outcomes.put("", words.say("filter.all"));
        for (AuditEvent.Outcome outcome : AuditEvent.Outcome.values()) {
            outcomes.put(word(outcome), words.say("outcome." + word(outcome)));
        }
        Table table = columns(Table.of("audit.title", query, new Slice<>(found.lines(), found.total())))
                .filter("outcome", "column.outcome", outcomes)
                .textFilter("event", "column.event", audit.eventNames())
                .textFilter("actor", "column.actor", List.of())
                .textFilter("peer", "column.peer", List.of())
                .textFilter("reference", "column.reference", List.of())
                .dayFilter("from", "audit.from")
                .dayFilter("to", "audit.to")
                .done();
        return query.csv()
                ? WebResponse.csv(ROOM, table, "audit")
                : PageView.of(ROOM, "console/audit.jte", "audit.title")
                        .with("table", table)
                        .answer();
    }

    /** What a table of lines shows; also used for the history of one site. */
    static Table.Builder<AuditLine> columns(Table.Builder<AuditLine> table) {
        return table.column("column.outcome", line -> Cell.badge(badge(line.event())))
                .column("column.at", line -> Cell.moment(line.at()))
                .column("column.event", line -> Cell.code(line.event().name()))
                .column("column.actor", line -> Cell.text(line.event().actor()))
                .column("column.peer", line -> Cell.text(line.event().peer()))
                .column("column.details", line -> Cell.prose(details(line.event())));
    }

    private static AuditQuery wanted(TableQuery query) {
        Optional<AuditEvent.Outcome> outcome = Arrays.stream(AuditEvent.Outcome.values())
                .filter(one -> word(one).equals(query.filter("outcome")))
                .findFirst();
        return new AuditQuery(
                day(query.filter("from"), 0),
                day(query.filter("to"), 1),
                query.filter("event"),
                query.filter("actor"),
                query.filter("peer"),
                outcome.orElse(null),
                query.filter("reference").strip().toUpperCase(Locale.ROOT),
                query.search());
    }

    /** What is no day wants all days. */
    private static @Nullable Instant day(String text, int later) {
        try {
            return text.isEmpty()
                    ? null
                    : LocalDate.parse(text)
                            .plusDays(later)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant();
        } catch (DateTimeException none) {
            return null;
        }
    }

    private static Badge badge(AuditEvent event) {
        State state = switch (event.outcome()) {
            case DONE -> State.GOOD;
            case REFUSED -> State.ATTENTION;
            case FAILED -> State.BAD;
        };
        return Badge.of(state, ROOM, "outcome." + word(event.outcome()));
    }

    private static String word(AuditEvent.Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    /** Of a fingerprint or another long number, its beginning tells enough; the file has the whole. */
    private static String shortened(String value) {
        return value.matches("[0-9a-f]{40,}") ? value.substring(0, 16) + "…" : value.replace(",", ", ");
    }

    private static String details(AuditEvent event) {
        String details = event.details().entrySet().stream()
                .map(one -> one.getKey() + " " + shortened(one.getValue()))
                .collect(Collectors.joining("; "));
        String reference = event.traceId() == null ? "" : "reference " + event.traceId();
        return details.isEmpty() || reference.isEmpty() ? details + reference : details + "; " + reference;
    }
}
