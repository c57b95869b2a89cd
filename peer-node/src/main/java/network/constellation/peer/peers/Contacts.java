package network.constellation.peer.peers;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import network.constellation.keys.address.Wwwroot;

/** When each peer was heard last, kept in memory because calls come faster than rows can be written. Thread-safe. */
final class Contacts {
    private static final int LONGEST_SENTENCE = 500;

    private final ConcurrentHashMap<Wwwroot, Contact> all = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Wwwroot, Contact> unsaved = new ConcurrentHashMap<>();

    Contact of(Wwwroot wwwroot) {
        return all.getOrDefault(wwwroot, Contact.NONE);
    }

    /** What the database knew; what was heard since stands. */
    void known(Wwwroot wwwroot, Contact contact) {
        all.putIfAbsent(wwwroot, contact);
    }

    void heard(Wwwroot wwwroot, Instant at) {
        Contact known = all.get(wwwroot);
        if (known == null
                || known.lastError().isPresent()
                || known.lastContact()
                        .filter(last -> last.plusSeconds(1).isAfter(at))
                        .isEmpty()) {
            put(wwwroot, new Contact(Optional.of(at), Optional.empty()));
        }
    }

    void failed(Wwwroot wwwroot, String sentence) {
        String shortened = sentence.length() > LONGEST_SENTENCE ? sentence.substring(0, LONGEST_SENTENCE) : sentence;
        put(wwwroot, new Contact(of(wwwroot).lastContact(), Optional.of(shortened)));
    }

    /** Hands over what changed since the last time. */
    void save(Consumer<Map<Wwwroot, Contact>> writer) {
        Map<Wwwroot, Contact> due = new HashMap<>(unsaved);
        if (!due.isEmpty()) {
            writer.accept(due);
            // What was heard meanwhile is due the next time.
            due.forEach(unsaved::remove);
        }
    }

    private void put(Wwwroot wwwroot, Contact contact) {
        all.put(wwwroot, contact);
        unsaved.put(wwwroot, contact);
    }
}
