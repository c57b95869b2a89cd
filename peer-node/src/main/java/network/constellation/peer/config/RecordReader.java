package network.constellation.peer.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigMemorySize;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns a piece of HOCON into a record, by the names and types of its components. */
final class RecordReader {
    private final Map<String, String> environment;

    RecordReader(Map<String, String> environment) {
        this.environment = environment;
    }

    <T extends Record> T read(ConfigSection<T> section, Config config) {
        try {
            RecordComponent[] components = section.type().getRecordComponents();
            Object defaults =
                    accessible(section.type().getDeclaredMethod("defaults")).invoke(null);
            Object[] values = new Object[components.length];
            Class<?>[] types = new Class<?>[components.length];
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                values[i] = value(section, components[i], config);
                if (values[i] == null) {
                    values[i] = accessible(components[i].getAccessor()).invoke(defaults);
                }
            }
            var constructor = section.type().getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException refused) {
            String why = String.valueOf(refused.getTargetException().getMessage());
            throw new ConfigException("The settings of " + section.path() + " cannot be used: " + why);
        } catch (ReflectiveOperationException wrongRecord) {
            throw new IllegalStateException(section.type() + " needs a static defaults()", wrongRecord);
        }
    }

    private @Nullable Object value(ConfigSection<?> section, RecordComponent component, Config config) {
        String key = kebab(component.getName());
        String path = section.path() + "." + key;
        String variable = environment.get(variable(path));
        Config source = variable == null ? config : fromVariable(key, component.getType(), variable);
        if (!source.hasPath(key)) {
            return null;
        }
        try {
            return convert(source, key, component.getType(), component.getGenericType());
        } catch (com.typesafe.config.ConfigException | IllegalArgumentException wrong) {
            throw new ConfigException("The setting " + path + " must be " + expected(component.getType()) + ", not \""
                    + source.getValue(key).unwrapped() + "\".");
        }
    }

    private static Config fromVariable(String key, Class<?> type, String text) {
        Object value = type == List.class
                ? Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(s -> !s.isEmpty())
                        .collect(Collectors.toList())
                : text;
        return ConfigFactory.parseMap(Map.of(key, value));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Object convert(Config config, String key, Class<?> type, Type generic) {
        if (type == String.class) {
            return config.getString(key);
        } else if (type == int.class) {
            return config.getInt(key);
        } else if (type == long.class) {
            return config.getLong(key);
        } else if (type == double.class) {
            return config.getDouble(key);
        } else if (type == boolean.class) {
            return config.getBoolean(key);
        } else if (type == Duration.class) {
            return config.getDuration(key);
        } else if (type == ConfigMemorySize.class) {
            return config.getMemorySize(key);
        } else if (type == Path.class) {
            return Path.of(config.getString(key));
        } else if (type == List.class) {
            return List.copyOf(config.getStringList(key));
        } else if (type == Optional.class) {
            Class<?> inner = (Class<?>) ((ParameterizedType) generic).getActualTypeArguments()[0];
            return Optional.of(convert(config, key, inner, inner)).filter(v -> !v.equals(""));
        } else if (type.isEnum()) {
            return Enum.valueOf(
                    (Class<Enum>) type, config.getString(key).replace('-', '_').toUpperCase(Locale.ROOT));
        }
        throw new IllegalStateException("No settings of type " + type);
    }

    private static String expected(Class<?> type) {
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(c -> ((Enum<?>) c)
                                    .name()
                                    .toLowerCase(Locale.ROOT)
                                    .replace('_', '-'))
                            .collect(Collectors.joining(", "));
        }
        return switch (type.getSimpleName()) {
            case "int", "long" -> "a whole number";
            case "double" -> "a number";
            case "boolean" -> "true or false";
            case "Duration" -> "a duration such as 30s or 5m";
            case "ConfigMemorySize" -> "a size such as 4MiB";
            case "List" -> "a list of texts";
            case "Path" -> "a path";
            default -> "a text";
        };
    }

    static String kebab(String camel) {
        return camel.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    static String variable(String path) {
        return "CONSTELLATION_" + path.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    private static Method accessible(Method method) {
        method.setAccessible(true);
        return method;
    }
}
