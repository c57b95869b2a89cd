package network.constellation.peer.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Events counted together by name, reason and peer, with a few of the addresses they came from; bounded in every direction. */
final class Tallies {
    private static final int SHOWN_ADDRESSES = 5;

    private final int most;
    private final Map<Key, Tally> tallies = new HashMap<>();

    Tallies(int most) {
        this.most = most;
    }

    private record Key(String name, AuditEvent.Outcome outcome, String peer, String reason) {}

    private static final class Tally {
        private final AuditEvent example;
        private final Set<String> addresses = new LinkedHashSet<>();
        private long count;

        Tally(AuditEvent example) {
            this.example = example;
        }
    }

    synchronized void count(AuditEvent event, String from) {
        String peer = event.peer() == null ? "" : event.peer();
        Key key = new Key(event.name(), event.outcome(), peer, event.details().getOrDefault("reason", ""));
        if (!tallies.containsKey(key) && tallies.size() >= most) {
            key = new Key(event.name(), event.outcome(), "", "various");
        }
        Tally tally = tallies.computeIfAbsent(key, k -> new Tally(event));
        tally.count++;
        if (tally.addresses.size() < SHOWN_ADDRESSES) {
            tally.addresses.add(from);
        }
    }

    synchronized List<AuditEvent> take() {
        List<AuditEvent> events = new ArrayList<>();
        tallies.forEach((key, tally) -> events.add(new AuditEvent(
                        key.name(),
                        tally.example.actor(),
                        key.peer().isEmpty() ? null : key.peer(),
                        key.outcome(),
                        null,
                        Map.of("reason", key.reason()))
                .with("count", Long.toString(tally.count))
                .with("from", String.join(" ", tally.addresses))));
        tallies.clear();
        return events.stream().map(Redaction::clean).toList();
    }
}
