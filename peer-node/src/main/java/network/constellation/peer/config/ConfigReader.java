package network.constellation.peer.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigSyntax;
import com.typesafe.config.ConfigUtil;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import network.constellation.keys.address.Wwwroot;
import org.jspecify.annotations.Nullable;

/** The configuration of one node: file, then environment, over the defaults in code. Immutable. */
public final class ConfigReader {
    private final Config file;
    private final Map<String, String> environment;

    private ConfigReader(Config file, Map<String, String> environment) {
        this.file = file;
        this.environment = Map.copyOf(environment);
    }

    /** Nothing but defaults: what tests start from. */
    public static ConfigReader empty() {
        return new ConfigReader(ConfigFactory.empty(), Map.of());
    }

    /** HOCON text, without environment. */
    public static ConfigReader of(String hocon) {
        return of(hocon, Map.of());
    }

    public static ConfigReader of(String hocon, Map<String, String> environment) {
        return new ConfigReader(parse(() -> ConfigFactory.parseString(hocon)), environment);
    }

    /** @param file absent: only the environment */
    public static ConfigReader load(@Nullable Path file, Map<String, String> environment) {
        if (file == null) {
            return new ConfigReader(ConfigFactory.empty(), environment);
        }
        if (!Files.isReadable(file)) {
            throw new ConfigException(
                    "The configuration file " + file + " cannot be read; give the path of a HOCON file.");
        }
        ConfigParseOptions hocon = ConfigParseOptions.defaults().setSyntax(ConfigSyntax.CONF);
        return new ConfigReader(parse(() -> ConfigFactory.parseFile(file.toFile(), hocon)), environment);
    }

    /** This setting lies over file and environment: for options of the command line. */
    public ConfigReader with(String path, Object value) {
        Config over = ConfigFactory.parseMap(Map.of(path, value), "the command line");
        Map<String, String> others = new HashMap<>(environment);
        others.remove(RecordReader.variable(path));
        return new ConfigReader(over.withFallback(file), others);
    }

    public <T extends Record> T read(ConfigSection<T> section) {
        return new RecordReader(environment).read(section, at(file, section.path()));
    }

    public <T extends Record> T read(ConfigSection<T> section, Wwwroot tenant) {
        Config own = at(at(file, ConfigUtil.joinPath("tenants", tenant.value())), section.path());
        return new RecordReader(environment).read(section, own.withFallback(at(file, section.path())));
    }

    /** @throws ConfigException naming the first key that no section declares, and its nearest neighbour */
    public void refuseUnknownKeys(Iterable<ConfigSection<?>> node, Iterable<ConfigSection<?>> tenant) {
        new UnknownKeys(node, tenant).check(file, environment);
    }

    private static Config at(Config config, String path) {
        return config.hasPath(path) ? config.getConfig(path) : ConfigFactory.empty();
    }

    private interface Parsing {
        Config parse();
    }

    private static Config parse(Parsing parsing) {
        try {
            return parsing.parse().resolve();
        } catch (com.typesafe.config.ConfigException malformed) {
            throw new ConfigException("The configuration cannot be read: " + malformed.getMessage());
        }
    }
}
