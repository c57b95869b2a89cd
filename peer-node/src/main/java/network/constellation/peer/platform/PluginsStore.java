package network.constellation.peer.platform;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The embedded platform's plugins: table {@code platform_plugin}, asked by nearly every page and so kept in memory. */
@Singleton
final class PluginsStore implements Plugins, Caches.Cache {
    private static final Set<String> NEEDED = Set.of("auth/manual", "enrol/manual");
    private static final String FILTER = "filter";

    private final Jdbi jdbi;
    private final AtomicLong changes = new AtomicLong();
    private volatile @Nullable Map<String, Map<String, PluginState>> kept;

    @Inject
    PluginsStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public List<String> types() {
        return List.copyOf(all().keySet());
    }

    @Override
    public Map<String, PluginState> states(String type) {
        Map<String, PluginState> states = all().get(type);
        if (states == null) {
            throw new PlatformException("plugin.type", type, String.join(", ", types()));
        }
        return states;
    }

    @Override
    public boolean isEnabled(String type, String name) {
        PluginState state = all().getOrDefault(type, Map.of()).get(name);
        return state == null ? type.equals(ACTIVITY) : state == PluginState.ENABLED;
    }

    @Override
    public PluginState set(String type, String name, PluginState state) {
        PluginState former = states(type).get(name);
        if (former == null) {
            throw new PlatformException(
                    "plugin.unknown", type, name, String.join(", ", states(type).keySet()));
        }
        if (state != PluginState.ENABLED && NEEDED.contains(type + "/" + name)) {
            throw new PlatformException("plugin.needed", type, name);
        }
        if (state == PluginState.AVAILABLE && !type.equals(FILTER)) {
            throw new PlatformException("plugin.available", type, name);
        }
        jdbi.useHandle(handle -> handle.execute(
                "update platform_plugin set state = ? where plugin_type = ? and name = ?", state.name(), type, name));
        purge();
        return former;
    }

    @Override
    public String label() {
        return "plugins";
    }

    @Override
    public void purge() {
        changes.incrementAndGet();
        kept = null;
    }

    private Map<String, Map<String, PluginState>> all() {
        Map<String, Map<String, PluginState>> present = kept;
        if (present != null) {
            return present;
        }
        long before = changes.get();
        Map<String, Map<String, PluginState>> read = new TreeMap<>();
        jdbi.useHandle(handle -> handle.createQuery("select plugin_type, name, state from platform_plugin")
                .map((row, context) -> read.computeIfAbsent(row.getString("plugin_type"), type -> new TreeMap<>())
                        .put(row.getString("name"), PluginState.valueOf(row.getString("state"))))
                .list());
        if (before == changes.get()) {
            kept = read;
        }
        return read;
    }
}
