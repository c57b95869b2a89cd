package network.constellation.peer.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.AbstractModule;
import com.google.inject.Module;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.node.NodeBuilder;
import network.constellation.peer.tenant.TenantRooms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigReaderTest {
    enum Taste {
        SWEET,
        VERY_SOUR
    }

    record FruitConfig(
            String name,
            int count,
            boolean ripe,
            Duration age,
            List<String> colours,
            Optional<String> owner,
            Taste taste) {
        FruitConfig {
            if (count < 0) {
                throw new IllegalArgumentException("fruit.count must not be negative.");
            }
        }

        static FruitConfig defaults() {
            return new FruitConfig("apple", 1, true, Duration.ofDays(3), List.of(), Optional.empty(), Taste.SWEET);
        }
    }

    private static final ConfigSection<FruitConfig> FRUIT = new ConfigSection<>("fruit", FruitConfig.class);

    private static void check(ConfigReader reader) {
        reader.refuseUnknownKeys(List.of(), List.of(FRUIT));
    }

    @Test
    void whatIsNotWrittenHasItsDefault() {
        assertThat(ConfigReader.empty().read(FRUIT)).isEqualTo(FruitConfig.defaults());
        FruitConfig read = ConfigReader.of("fruit { name = pear, age = 5m, taste = very-sour, colours = [red, green] }")
                .read(FRUIT);
        assertThat(read)
                .isEqualTo(new FruitConfig(
                        "pear",
                        1,
                        true,
                        Duration.ofMinutes(5),
                        List.of("red", "green"),
                        Optional.empty(),
                        Taste.VERY_SOUR));
    }

    @Test
    void theEnvironmentLiesOverTheFileAndOptionsOverBoth() {
        ConfigReader reader = ConfigReader.of(
                "fruit.count = 2",
                Map.of("CONSTELLATION_FRUIT_COUNT", "7", "CONSTELLATION_FRUIT_COLOURS", "red, blue"));
        assertThat(reader.read(FRUIT).count()).isEqualTo(7);
        assertThat(reader.read(FRUIT).colours()).containsExactly("red", "blue");
        assertThat(ConfigReader.of("fruit.count = 2")
                        .with("fruit.count", 3)
                        .read(FRUIT)
                        .count())
                .isEqualTo(3);
    }

    @Test
    void aTenantsOwnValuesLieOverTheCommonOnes() {
        ConfigReader reader = ConfigReader.of(
                "fruit { name = pear, count = 2 }\n" + "tenants.\"https://a.example/x\".fruit.name = plum");
        check(reader);
        assertThat(reader.read(FRUIT, Wwwroot.of("https://a.example/x")).name()).isEqualTo("plum");
        assertThat(reader.read(FRUIT, Wwwroot.of("https://a.example/x")).count())
                .isEqualTo(2);
        assertThat(reader.read(FRUIT, Wwwroot.of("https://a.example")).name()).isEqualTo("pear");
    }

    @Test
    void anUnknownKeyIsNamedWithItsNearestNeighbour() {
        assertThatThrownBy(() -> check(ConfigReader.of("fruit.cuont = 2")))
                .isInstanceOf(ConfigException.class)
                .hasMessage("Unknown setting fruit.cuont in the configuration; did you mean fruit.count?");
        assertThatThrownBy(() -> check(ConfigReader.of("tenants.\"https://a.example\".friut.name = x")))
                .hasMessageContaining("did you mean tenants.\"https://a.example\".fruit.name?");
        assertThatThrownBy(() -> check(ConfigReader.of("", Map.of("CONSTELLATION_FRUIT_COLORS", "red"))))
                .hasMessageContaining("did you mean CONSTELLATION_FRUIT_COLOURS?");
        check(ConfigReader.of("", Map.of("CONSTELLATION_SHARED", "elsewhere", "PATH", "x")));
    }

    @Test
    void aWrongValueSaysWhatWouldBeRight() {
        assertThatThrownBy(() -> ConfigReader.of("fruit.count = many").read(FRUIT))
                .hasMessage("The setting fruit.count must be a whole number, not \"many\".");
        assertThatThrownBy(() -> ConfigReader.of("fruit.taste = bitter").read(FRUIT))
                .hasMessageContaining("must be one of sweet, very-sour, not \"bitter\"");
        assertThatThrownBy(() -> ConfigReader.of("fruit.count = -1").read(FRUIT))
                .hasMessage("The settings of fruit cannot be used: fruit.count must not be negative.");
        assertThatThrownBy(() -> ConfigReader.of("fruit { count = ")).isInstanceOf(ConfigException.class);
    }

    /** Settings of rooms that only some tenants have, and that no tenant of this node has. */
    @Test
    void settingsOfRoomsThatOnlySomeTenantsHaveAreKnownEverywhere(@TempDir Path data) {
        NodeBuilder.in(data)
                .node(new OrchardModule())
                .config(ConfigReader.of("orchard.count = 2\ntenants.\"https://a.example\".orchard.count = 3"))
                .build()
                .open()
                .close();
        assertThatThrownBy(() -> NodeBuilder.in(data)
                        .node(new OrchardModule())
                        .config(ConfigReader.of("orchard.cuont = 2"))
                        .build())
                .isInstanceOf(ConfigException.class)
                .hasMessage("Unknown setting orchard.cuont in the configuration; did you mean orchard.count?");
    }

    private static final class OrchardModule extends AbstractModule {
        @Override
        protected void configure() {
            bind(OrchardRooms.class);
            TenantRooms.bind(binder(), OrchardRooms.class);
        }
    }

    private static final class OrchardRooms implements TenantRooms {
        @Override
        public List<Module> of(Wwwroot tenant) {
            return List.of();
        }

        @Override
        public List<Module> all() {
            return List.of(new AbstractModule() {
                @Override
                protected void configure() {
                    ConfigSection.bindTenant(binder(), "orchard", FruitConfig.class);
                }
            });
        }
    }

    @Test
    void aNodeDoesNotStartWithAnUnknownKey(@TempDir Path data) {
        assertThatThrownBy(() -> NodeBuilder.in(data)
                        .config(ConfigReader.of("door.prot = 1"))
                        .build())
                .isInstanceOf(ConfigException.class)
                .hasMessage("Unknown setting door.prot in the configuration; did you mean door.port?");
        assertThatThrownBy(() -> NodeBuilder.in(data)
                        .config(ConfigReader.of("jobs.threads = 0"))
                        .build())
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("jobs.threads must be from 1 to 200.");
        // The folder is free again after each refusal.
        NodeBuilder.in(data).build().open().close();
    }
}
