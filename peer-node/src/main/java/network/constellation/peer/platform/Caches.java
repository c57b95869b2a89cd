package network.constellation.peer.platform;

import com.google.inject.Binder;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import com.google.inject.multibindings.Multibinder;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** What the tenant keeps in memory to be quick; all of it can be thrown away at any time. */
@Singleton
public final class Caches {
    private final Set<Cache> caches;

    @Inject
    Caches(Set<Cache> caches) {
        this.caches = caches;
    }

    /** One store of copies. Thread-safe. */
    public interface Cache {
        /** For people, such as {@code settings}. */
        String label();

        /** Forgets every copy; the next reader goes to the source. */
        void purge();
    }

    /** For the module of a room of the tenant. */
    public static void bind(Binder binder, Class<? extends Cache> cache) {
        Multibinder.newSetBinder(binder, Cache.class).addBinding().to(cache);
    }

    /** Empties them all. @return their names, sorted */
    public List<String> purge() {
        caches.forEach(Cache::purge);
        return caches.stream()
                .map(Cache::label)
                .sorted(Comparator.naturalOrder())
                .toList();
    }
}
