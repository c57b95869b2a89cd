package network.constellation.hub.registry;

import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import network.constellation.keys.address.Wwwroot;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Table {@code member_tag}. */
final class TagsStore {
    private final Jdbi jdbi;

    @Inject
    TagsStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Map<Wwwroot, SortedSet<String>> all() {
        Map<Wwwroot, SortedSet<String>> all = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("select wwwroot, tag from member_tag")
                .map((row, context) -> Map.entry(Wwwroot.of(row.getString("wwwroot")), row.getString("tag")))
                .forEach(one -> all.computeIfAbsent(one.getKey(), none -> new TreeSet<>())
                        .add(one.getValue())));
        return all;
    }

    SortedSet<String> of(Wwwroot member) {
        return jdbi.withHandle(
                handle -> new TreeSet<>(handle.createQuery("select tag from member_tag where wwwroot = :wwwroot")
                        .bind("wwwroot", member.value())
                        .mapTo(String.class)
                        .list()));
    }

    void replace(Wwwroot member, SortedSet<String> tags, Consumer<Handle> inTransaction) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate("delete from member_tag where wwwroot = :wwwroot")
                    .bind("wwwroot", member.value())
                    .execute();
            for (String tag : tags) {
                handle.createUpdate("insert into member_tag (wwwroot, tag) values (:wwwroot, :tag)")
                        .bind("wwwroot", member.value())
                        .bind("tag", tag)
                        .execute();
            }
            inTransaction.accept(handle);
        });
    }
}
