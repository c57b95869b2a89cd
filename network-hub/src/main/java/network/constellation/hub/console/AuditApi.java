package network.constellation.hub.console;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import network.constellation.hub.api.ApiException;
import network.constellation.hub.api.ApiRoom;
import network.constellation.hub.api.ApiScope;
import network.constellation.hub.api.ApiText;
import network.constellation.hub.api.Operations;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.audit.AuditFound;
import network.constellation.peer.audit.AuditLine;
import network.constellation.peer.audit.AuditQuery;
import org.jspecify.annotations.Nullable;

/** The hub's audit, for programs. */
final class AuditApi implements ApiRoom {
    private static final int MOST = 1000;

    private final Audit audit;

    @Inject
    AuditApi(Audit audit) {
        this.audit = audit;
    }

    record AuditAsked(
            @ApiText("First moment.") @Nullable Instant from,

            @ApiText("The moment before which it was.") @Nullable
            Instant until,

            @ApiText("Beginning of the event's name, such as peer.") @Nullable
            String event,

            @ApiText("Part of who did it.") @Nullable String actor,

            @ApiText("Part of the other site's address.") @Nullable
            String peer,

            AuditEvent.@Nullable Outcome outcome,

            @ApiText("The number that somebody was shown with a refusal.") @Nullable
            String reference,

            @ApiText("Part of the details or of the event's name.") @Nullable
            String text,

            @ApiText("How many to leave out; 0, if not given.") @Nullable
            Integer offset,

            @ApiText("How many to give; 100, if not given, at most 1000.") @Nullable
            Integer limit) {}

    record AuditEntry(
            @ApiText("Counts the lines of this audit.") long number,
            Instant at,
            String event,
            @ApiText("Who did it.") String actor,
            @Nullable String peer,
            @ApiText("done, refused or failed.") String outcome,
            @Nullable String reference,
            Map<String, String> details,
            @ApiText("Of this line and all before it.") String hash) {}

    record AuditAnswer(
            @ApiText("How many lines fit in all.") int total, List<AuditEntry> lines) {}

    @Override
    public void operations(Operations operations) {
        operations
                .group("audit")
                .get(
                        "searchAudit",
                        "/audit",
                        ApiScope.AUDIT_READ,
                        "Search the audit of the hub, newest first.",
                        AuditAsked.class,
                        AuditAnswer.class,
                        (asked, call) -> answer(asked));
    }

    private AuditAnswer answer(AuditAsked asked) {
        int offset = asked.offset() == null ? 0 : asked.offset();
        int limit = asked.limit() == null ? 100 : asked.limit();
        if (offset < 0 || limit < 1 || limit > MOST) {
            throw ApiException.badInput("\"offset\" is 0 or more, \"limit\" from 1 to " + MOST + ".");
        }
        AuditFound found = audit.search(
                new AuditQuery(
                        asked.from(),
                        asked.until(),
                        text(asked.event()),
                        text(asked.actor()),
                        text(asked.peer()),
                        asked.outcome(),
                        text(asked.reference()),
                        text(asked.text())),
                offset,
                limit);
        return new AuditAnswer(
                found.total(), found.lines().stream().map(AuditApi::entry).toList());
    }

    private static AuditEntry entry(AuditLine line) {
        AuditEvent event = line.event();
        return new AuditEntry(
                line.sequence(),
                line.at(),
                event.name(),
                event.actor(),
                event.peer(),
                event.outcome().name().toLowerCase(Locale.ROOT),
                event.traceId(),
                event.details(),
                line.hash());
    }

    private static String text(@Nullable String asked) {
        return asked == null ? "" : asked;
    }
}
