package network.constellation.peer.peers;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.ConcurrentHashMap;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;

/**
 * Which generations of keys each conversation uses (network-admin.md 9, item 21): a line in the audit at both ends
 * whenever that changes. The rest is one look-up in memory.
 */
@Singleton
public final class KeyUses {
    private final Audit audit;
    private final ConcurrentHashMap<Conversation, Generations> last = new ConcurrentHashMap<>();

    @Inject
    KeyUses(Audit audit) {
        this.audit = audit;
    }

    /** Who calls. */
    public enum Caller {
        WE,
        THEY
    }

    /**
     * One verified message of a conversation.
     *
     * @param ours generation of our keys that it used
     * @param theirs generation of the peer's keys that it used; 0 when the peer has only a certificate
     */
    public record Generations(int ours, int theirs) {}

    private record Conversation(Wwwroot peer, Caller caller) {}

    public void used(Wwwroot peer, Caller caller, Generations now) {
        Generations before = last.put(new Conversation(peer, caller), now);
        if (before != null && !before.equals(now)) {
            audit.recordSoon(AuditEvent.done("keys.used", "system")
                    .peer(peer.value())
                    .with("caller", caller == Caller.WE ? "us" : "peer")
                    .with("ours", Integer.toString(now.ours()))
                    .with("theirs", Integer.toString(now.theirs())));
        }
    }
}
