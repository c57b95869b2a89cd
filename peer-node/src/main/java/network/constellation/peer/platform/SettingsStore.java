package network.constellation.peer.platform;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiPredicate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The embedded platform's settings: table {@code platform_setting}. Every page asks for some, so they are kept in memory
 * for a few seconds; that is how long another process of the same tenant may not see a change.
 */
@Singleton
final class SettingsStore implements PlatformSettings, Caches.Cache {
    private static final String DELETE = "delete from platform_setting where component = ? and name = ?";
    private static final Duration KEPT = Duration.ofSeconds(5);

    private final Jdbi jdbi;
    private final Clock clock;
    private final AtomicLong changes = new AtomicLong();
    private volatile @Nullable Copy kept;

    private record Copy(Instant until, Map<String, Map<String, String>> byComponent) {}

    @Inject
    SettingsStore(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    @Override
    public Optional<String> get(String component, String name) {
        return Optional.ofNullable(all(component).get(name));
    }

    @Override
    public void set(String component, String name, String value) {
        jdbi.useTransaction(handle -> set(handle, component, name, value));
        purge();
    }

    private static void set(Handle handle, String component, String name, String value) {
        if (!component.matches("[a-z][a-z0-9_]{0,99}") || !name.matches("[A-Za-z0-9_:./-]{1,100}")) {
            throw new PlatformException("setting.name", component, name);
        }
        handle.execute(DELETE, component, name);
        handle.execute(
                "insert into platform_setting (component, name, content) values (?, ?, ?)", component, name, value);
    }

    @Override
    public void replace(BiPredicate<String, String> among, Map<String, Map<String, String>> settings) {
        jdbi.useTransaction(handle -> {
            handle
                    .createQuery("select component, name from platform_setting")
                    .map((row, context) -> Map.entry(row.getString("component"), row.getString("name")))
                    .list()
                    .stream()
                    .filter(known -> among.test(known.getKey(), known.getValue()))
                    .forEach(known -> handle.execute(DELETE, known.getKey(), known.getValue()));
            settings.forEach(
                    (component, values) -> values.forEach((name, value) -> set(handle, component, name, value)));
        });
        purge();
    }

    @Override
    public void remove(String component, String name) {
        jdbi.useHandle(handle -> handle.execute(DELETE, component, name));
        purge();
    }

    @Override
    public Map<String, String> all(String component) {
        return copies().getOrDefault(component, Map.of());
    }

    @Override
    public List<String> components() {
        return List.copyOf(copies().keySet());
    }

    @Override
    public String label() {
        return "settings";
    }

    @Override
    public void purge() {
        changes.incrementAndGet();
        kept = null;
    }

    private Map<String, Map<String, String>> copies() {
        Instant now = clock.instant();
        Copy present = kept;
        if (present != null && now.isBefore(present.until())) {
            return present.byComponent();
        }
        long before = changes.get();
        Map<String, Map<String, String>> read = new TreeMap<>();
        jdbi.useHandle(handle -> handle.createQuery("select component, name, content from platform_setting")
                .map((row, context) -> read.computeIfAbsent(row.getString("component"), name -> new TreeMap<>())
                        .put(row.getString("name"), row.getString("content")))
                .list());
        if (before == changes.get()) {
            kept = new Copy(now.plus(KEPT), read);
        }
        return read;
    }
}
