package network.constellation.hub.approvals;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import network.constellation.peer.accounts.Accounts;
import network.constellation.peer.accounts.SignIn;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.User;

/** Who can be a second person here, and whether one is needed. */
@Singleton
public final class Administrators {
    private final Platform platform;
    private final Accounts accounts;
    private final SignIn signIn;
    private final ApprovalStore store;
    private final ApprovalsConfig config;
    private final Audit audit;
    private final Clock clock;

    @Inject
    Administrators(
            Platform platform,
            Accounts accounts,
            SignIn signIn,
            ApprovalStore store,
            ApprovalsConfig config,
            Audit audit,
            Clock clock) {
        this.platform = platform;
        this.accounts = accounts;
        this.signIn = signIn;
        this.store = store;
        this.config = config;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those who can sign in today. */
    public List<User> present() {
        return platform.users().siteAdministrators().stream()
                .filter(user -> !user.suspended())
                .filter(user -> user.remote() || accounts.hasPassword(user.id()))
                .toList();
    }

    /** Whether one person may act alone now. Once there were two, taking one away does not change it back. */
    public boolean oneSuffices() {
        noteSecond();
        return switch (config.singleAdministrator()) {
            case NEVER -> false;
            case ALLOWED -> present().size() < 2;
            case UNTIL_SECOND -> store.second().isEmpty();
        };
    }

    /** Writes down when there is a second administrator for the first time. */
    void noteSecond() {
        if (store.second().isEmpty() && present().size() >= 2) {
            store.second(
                    clock.instant(), handle -> audit.record(handle, AuditEvent.done("approval.two-persons", "hub")));
        }
    }

    /**
     * The administrator whose name and password these are.
     *
     * @throws ApprovalRefused when they are not, with one sentence for every cause
     */
    public Person prove(String username, String password) {
        SignIn.Outcome outcome = signIn.attempt(username, password, "command line");
        if (outcome instanceof SignIn.Outcome.Wait wait) {
            throw new ApprovalRefused(
                    "Too many wrong passwords; try again in " + (wait.left().toSeconds() + 1) + " seconds.");
        }
        if (outcome instanceof SignIn.Outcome.Welcome welcome && welcome.user().siteAdministrator()) {
            return Person.of(welcome.user());
        }
        throw new ApprovalRefused("No administrator of this hub has that name and password.");
    }

    boolean isAdministrator(long account) {
        return present().stream().anyMatch(user -> user.id() == account);
    }
}
