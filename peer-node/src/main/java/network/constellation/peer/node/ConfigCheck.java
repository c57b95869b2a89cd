package network.constellation.peer.node;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import network.constellation.peer.config.ConfigReader;
import network.constellation.peer.config.ConfigSection;
import network.constellation.peer.config.ForNode;
import network.constellation.peer.tenant.TenantParts;

/** Reads every section once at the start, so that a wrong setting is found then and not in the night. */
final class ConfigCheck {
    private final ConfigReader reader;
    private final List<ConfigSection<?>> node = new ArrayList<>();
    private final List<ConfigSection<?>> tenant = new ArrayList<>();

    @Inject
    @SuppressWarnings("rawtypes")
    ConfigCheck(ConfigReader reader, @ForNode Set<ConfigSection> sections, TenantParts tenantParts) {
        this.reader = reader;
        for (ConfigSection section : sections) {
            node.add(section);
        }
        for (ConfigSection section : tenantParts.bound(ConfigSection.class)) {
            tenant.add(section);
        }
    }

    void check() {
        reader.refuseUnknownKeys(node, tenant);
        node.forEach(reader::read);
        tenant.forEach(reader::read);
    }
}
