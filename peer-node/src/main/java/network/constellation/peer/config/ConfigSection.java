package network.constellation.peer.config;

import com.google.inject.Binder;
import com.google.inject.Inject;
import com.google.inject.Provider;
import com.google.inject.Singleton;
import com.google.inject.multibindings.Multibinder;
import java.util.Objects;
import network.constellation.keys.address.Wwwroot;
import org.jspecify.annotations.Nullable;

/**
 * One room's part of the configuration: a path such as {@code net} and the record that holds it.
 *
 * <p>The record's components in kebab case are the keys; a static {@code defaults()} of the record gives the values of
 * keys that are not written. {@link #bindTenant} reads the section per tenant: {@code tenants."WWWROOT".net} lies over
 * {@code net}.
 */
public record ConfigSection<T extends Record>(String path, Class<T> type) {

    /** In a module of the node injector: makes {@code type} injectable there and below. */
    public static <T extends Record> void bindNode(Binder binder, String path, Class<T> type) {
        ConfigSection<T> section = new ConfigSection<>(path, type);
        Multibinder.newSetBinder(binder, ConfigSection.class, ForNode.class)
                .addBinding()
                .toInstance(section);
        binder.bind(type).toProvider(new NodeProvider<>(section)).in(Singleton.class);
    }

    /** In a module of the tenant injector: makes {@code type} injectable in each tenant, with that tenant's values. */
    public static <T extends Record> void bindTenant(Binder binder, String path, Class<T> type) {
        ConfigSection<T> section = new ConfigSection<>(path, type);
        Multibinder.newSetBinder(binder, ConfigSection.class).addBinding().toInstance(section);
        binder.bind(type).toProvider(new TenantProvider<>(section)).in(Singleton.class);
    }

    private static final class NodeProvider<T extends Record> implements Provider<T> {
        private final ConfigSection<T> section;

        @Inject
        private @Nullable ConfigReader reader;

        NodeProvider(ConfigSection<T> section) {
            this.section = section;
        }

        @Override
        public T get() {
            return Objects.requireNonNull(reader).read(section);
        }
    }

    private static final class TenantProvider<T extends Record> implements Provider<T> {
        private final ConfigSection<T> section;

        @Inject
        private @Nullable ConfigReader reader;

        @Inject
        private @Nullable Wwwroot tenant;

        TenantProvider(ConfigSection<T> section) {
            this.section = section;
        }

        @Override
        public T get() {
            return Objects.requireNonNull(reader).read(section, Objects.requireNonNull(tenant));
        }
    }
}
