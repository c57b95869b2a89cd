package network.constellation.hub.approvals;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import network.constellation.keys.provider.Digests;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;

/**
 * Dangerous acts: asked for by one administrator, approved by another, run once and exactly as previewed. Rooms call {@link
 * #perform} where they used to act; pages and command line call the rest.
 */
@Singleton
public final class Approvals {
    private static final String EXECUTED = "approval.executed";
    /** Different administrators that must stand behind an act. */
    private static final int PERSONS = 2;

    private final ApprovalStore store;
    private final Provider<Set<DangerousAct>> acts;
    private final Administrators administrators;
    private final ApprovalsConfig config;
    private final Audit audit;
    private final Clock clock;

    @Inject
    Approvals(
            ApprovalStore store,
            Provider<Set<DangerousAct>> acts,
            Administrators administrators,
            ApprovalsConfig config,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.acts = acts;
        this.administrators = administrators;
        this.config = config;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Does it now where one person suffices; otherwise asks for a second and does nothing.
     *
     * @return the act's sentence, when it was done
     * @throws ApprovalNeeded when it waits
     * @throws RuntimeException what the act itself refuses by
     */
    public String perform(String kind, Map<String, String> parameters, String reason, Person by) {
        DangerousAct act = act(kind);
        String preview = canonical(act, parameters);
        if (!administrators.oneSuffices()) {
            throw new ApprovalNeeded(ask(kind, parameters, preview, reason, by));
        }
        Approval approval = stored(kind, parameters, preview, reason, by, Approval.State.EXECUTING, "approval.alone");
        return execute(approval, act);
    }

    /** The same request twice is one. */
    private Approval ask(String kind, Map<String, String> parameters, String preview, String reason, Person by) {
        Optional<Approval> same = store.waiting().stream()
                .filter(one -> one.kind().equals(kind) && one.preview().equals(preview))
                .filter(one -> clock.instant().isBefore(one.expiresAt()))
                .filter(one -> one.askedBy().equals(by))
                .findFirst();
        return same.orElseGet(
                () -> stored(kind, parameters, preview, reason, by, Approval.State.WAITING, "approval.asked"));
    }

    private Approval stored(
            String kind,
            Map<String, String> parameters,
            String preview,
            String reason,
            Person by,
            Approval.State state,
            String event) {
        Instant now = clock.instant();
        Approval draft = new Approval(
                0,
                kind,
                parameters,
                preview,
                sha256(preview),
                reason,
                by,
                state,
                Optional.empty(),
                now,
                now.plus(config.expire()),
                Optional.empty(),
                List.of());
        int number = store.create(
                draft,
                handle -> audit.record(
                        handle,
                        AuditEvent.done(event, by.name())
                                .with("kind", kind)
                                .with("sha256", draft.sha256())
                                .with("reason", reason)));
        return required(number);
    }

    /**
     * A second person says yes, and it runs.
     *
     * @param sha256 of the preview that this person saw; empty: the one that is stored
     * @throws ApprovalRefused when this person or this moment does not fit
     */
    public Approval approve(int number, String sha256, Person by) {
        Approval approval = open(number, by);
        long account = by.account()
                .orElseThrow(() -> denied(approval, by, "unnamed", "Only an administrator by name approves."));
        if (!administrators.isAdministrator(account)) {
            throw denied(approval, by, "no-administrator", by.name() + " is no administrator of this hub.");
        }
        if (approval.askedBy().account().filter(id -> id == account).isPresent()) {
            throw denied(approval, by, "same-person", "Whoever asked cannot be the second person.");
        }
        if (!sha256.isEmpty() && !sha256.equals(approval.sha256())) {
            throw denied(approval, by, "other-preview", "This is not the text that was shown; look at it again.");
        }
        boolean first = store.voice(
                number,
                account,
                by.name(),
                clock.instant(),
                handle -> audit.record(handle, event(AuditEvent.done("approval.given", by.name()), approval)));
        if (!first && required(number).persons() < PERSONS) {
            throw denied(approval, by, "same-person", "You have approved it already; another administrator is needed.");
        }
        Approval now = required(number);
        if (now.persons() >= PERSONS && store.move(number, Approval.State.WAITING, Approval.State.EXECUTING, h -> {})) {
            try {
                execute(now, act(now.kind()));
            } catch (RuntimeException said) {
                // Stored as its outcome, which is what approving answers.
            }
        }
        return required(number);
    }

    /** An administrator says no; also whoever asked may take it back so. */
    public Approval refuse(int number, String reason, Person by) {
        Approval approval = open(number, by);
        if (by.account().filter(administrators::isAdministrator).isEmpty()) {
            throw denied(approval, by, "no-administrator", "Only an administrator by name refuses.");
        }
        if (store.move(number, Approval.State.WAITING, Approval.State.REFUSED, handle -> {})) {
            end(approval, Approval.State.REFUSED, reason, AuditEvent.refused("approval.refused", by.name(), reason));
        }
        return required(number);
    }

    private Approval open(int number, Person by) {
        expire();
        Approval approval = required(number);
        if (!approval.isWaiting()) {
            throw denied(
                    approval,
                    by,
                    "not-waiting",
                    "Request " + number + " is " + approval.state().label() + "; nothing waits for a second person.");
        }
        return approval;
    }

    /** The preview is made anew: what has changed since is not what was approved. */
    private String execute(Approval approval, DangerousAct act) {
        String actor = actor(approval);
        try {
            String now = canonical(act, approval.parameters());
            if (!sha256(now).equals(approval.sha256()) || !now.equals(approval.preview())) {
                String sentence = "What it was asked for has changed since; nothing was done. Ask anew.";
                end(approval, Approval.State.CHANGED, sentence, AuditEvent.refused(EXECUTED, actor, "changed"));
                throw new ApprovalRefused(sentence);
            }
            String outcome = act.execute(approval.parameters(), actor);
            end(approval, Approval.State.DONE, outcome, AuditEvent.done(EXECUTED, actor));
            return outcome;
        } catch (ApprovalRefused changed) {
            throw changed;
        } catch (RuntimeException failed) {
            String sentence = String.valueOf(failed.getMessage());
            end(approval, Approval.State.FAILED, sentence, AuditEvent.failed(EXECUTED, actor, sentence));
            throw failed;
        }
    }

    private void end(Approval approval, Approval.State state, String outcome, AuditEvent event) {
        store.end(
                approval.number(),
                state,
                outcome,
                clock.instant(),
                handle -> audit.record(handle, event(event, approval)));
    }

    /** Requests that nobody approved in time end. */
    void expire() {
        Instant now = clock.instant();
        for (Approval approval : store.waiting()) {
            if (!now.isBefore(approval.expiresAt())
                    && store.move(approval.number(), Approval.State.WAITING, Approval.State.EXPIRED, handle -> {})) {
                String sentence = "No second person approved it in time.";
                end(approval, Approval.State.EXPIRED, sentence, AuditEvent.refused("approval.expired", "hub", "late"));
            }
        }
    }

    /** @throws ApprovalRefused when there is none of that number */
    public Approval required(int number) {
        return store.find(number)
                .orElseThrow(() ->
                        new ApprovalRefused("There is no request " + number + "; `hub approval list` shows them."));
    }

    /** Newest first, at most {@code size}. */
    public List<Approval> list(int offset, int size) {
        expire();
        return store.list(offset, size);
    }

    public int count() {
        return store.count();
    }

    /** How many wait for a second person now. */
    public long waiting() {
        expire();
        return store.waiting().size();
    }

    /** The kinds of acts that need a second person here, sorted. */
    public List<String> kinds() {
        return acts.get().stream().map(DangerousAct::kind).sorted().toList();
    }

    private DangerousAct act(String kind) {
        return acts.get().stream()
                .filter(act -> act.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No act of the kind " + kind + " is bound."));
    }

    private ApprovalRefused denied(Approval approval, Person by, String reason, String sentence) {
        audit.record(event(AuditEvent.refused("approval.denied", by.name(), reason), approval));
        return new ApprovalRefused(sentence);
    }

    private static AuditEvent event(AuditEvent event, Approval approval) {
        return event.with("request", Integer.toString(approval.number()))
                .with("kind", approval.kind())
                .with("sha256", approval.sha256());
    }

    /** Kind, parameters and every line of the act's own preview. */
    private static String canonical(DangerousAct act, Map<String, String> parameters) {
        String given = new TreeMap<>(parameters)
                .entrySet().stream()
                        .map(one -> one.getKey() + "=" + one.getValue())
                        .collect(Collectors.joining(" "));
        return act.kind() + " " + given + "\n" + String.join("\n", act.preview(parameters)) + "\n";
    }

    private static String sha256(String text) {
        return HexFormat.of().formatHex(Digests.sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String actor(Approval approval) {
        String others = approval.voices().stream().map(Approval.Voice::username).collect(Collectors.joining(", "));
        return approval.askedBy().name() + (others.isEmpty() ? "" : ", approved by " + others);
    }
}
