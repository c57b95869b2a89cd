package network.constellation.hub.connectivity;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.mail.LetterOrder;
import network.constellation.peer.mail.Mail;
import network.constellation.peer.platform.Platform;
import network.constellation.protocol.method.connectivity.Grade;
import network.constellation.protocol.method.connectivity.LinkCheck;
import network.constellation.protocol.method.connectivity.PartResult;

/**
 * Tells once of each trouble and once of its end: in the audit, in the list of events, and in one letter a round. What
 * others say of a site that the hub itself cannot reach is not told again link by link.
 */
@Singleton
final class MatrixAlerts {
    static final String TROUBLE = "matrix.trouble";
    static final String RECOVERED = "matrix.recovered";

    private final Wwwroot self;
    private final MatrixStore store;
    private final MatrixConfig config;
    private final Audit audit;
    private final Mail mail;
    private final Platform platform;
    private final MeterRegistry meters;
    private final Clock clock;

    @Inject
    MatrixAlerts(
            Wwwroot self,
            MatrixStore store,
            MatrixConfig config,
            Audit audit,
            Mail mail,
            Platform platform,
            MeterRegistry meters,
            Clock clock) {
        this.self = self;
        this.store = store;
        this.config = config;
        this.audit = audit;
        this.mail = mail;
        this.platform = platform;
        this.meters = meters;
        this.clock = clock;
    }

    /** @param trouble cells in trouble, and those of which trouble was told and which are well now */
    void tell(List<MatrixStore.Kept> trouble, Set<Wwwroot> silent) {
        long before = newest();
        int told = 0;
        for (MatrixStore.Kept kept : trouble) {
            if (tell(kept, silent)) {
                told++;
            }
        }
        if (told > 0 && config.mail() && mail.configured()) {
            platform.users()
                    .siteAdministrators()
                    .forEach(user -> mail.order(new LetterOrder(
                            MatrixLetter.NAME, user.id(), Map.of(MatrixLetter.AFTER, Long.toString(before)))));
        }
    }

    private long newest() {
        return store.events(0, 1).stream()
                .mapToLong(MatrixEvent::id)
                .findFirst()
                .orElse(0);
    }

    private boolean tell(MatrixStore.Kept kept, Set<Wwwroot> silent) {
        MatrixCell cell = kept.cell();
        LinkCheck check = cell.check();
        String word = check.grade().isTrouble() ? check.word() : MatrixEvent.WELL;
        boolean ofSilent = !cell.at().equals(self) && (silent.contains(cell.at()) || silent.contains(cell.about()));
        boolean sure = word.equals(MatrixEvent.WELL) || check.isConfirmedTrouble();
        if (LinkCheck.isSame(word, kept.told()) || !sure || ofSilent) {
            return false;
        }
        String detail = check.worst().map(PartResult::detail).orElse("");
        store.tell(cell, word, kept.told(), detail, clock.instant());
        AuditEvent event = word.equals(MatrixEvent.WELL)
                ? AuditEvent.done(RECOVERED, "system").with("former", kept.told())
                : AuditEvent.failed(TROUBLE, "system", word);
        audit.record(
                event.peer(cell.about().value()).with("at", cell.at().value()).with("detail", detail));
        meters.counter(
                        "constellation.matrix.told",
                        "grade",
                        (word.equals(MatrixEvent.WELL) ? Grade.GOOD : check.grade()).label())
                .increment();
        return true;
    }
}
