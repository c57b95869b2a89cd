package network.constellation.peer.platform;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;

/** The embedded platform's settings: table {@code platform_setting}. */
@Singleton
final class SettingsStore implements PlatformSettings {
    private final Jdbi jdbi;

    @Inject
    SettingsStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Optional<String> get(String component, String name) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select content from platform_setting where component = :component and name = :name")
                .bind("component", component)
                .bind("name", name)
                .mapTo(String.class)
                .findOne());
    }

    @Override
    public void set(String component, String name, String value) {
        if (!component.matches("[a-z][a-z0-9_]{0,99}") || !name.matches("[A-Za-z0-9_:./-]{1,100}")) {
            throw new PlatformException("setting.name", component, name);
        }
        jdbi.useTransaction(handle -> {
            handle.execute("delete from platform_setting where component = ? and name = ?", component, name);
            handle.execute(
                    "insert into platform_setting (component, name, content) values (?, ?, ?)", component, name, value);
        });
    }

    @Override
    public void remove(String component, String name) {
        jdbi.useHandle(handle ->
                handle.execute("delete from platform_setting where component = ? and name = ?", component, name));
    }

    @Override
    public Map<String, String> all(String component) {
        Map<String, String> all = new TreeMap<>();
        jdbi.useHandle(
                handle -> handle.createQuery("select name, content from platform_setting where component = :component")
                        .bind("component", component)
                        .map((row, context) -> Map.entry(row.getString("name"), row.getString("content")))
                        .forEach(entry -> all.put(entry.getKey(), entry.getValue())));
        return all;
    }
}
