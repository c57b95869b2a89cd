package network.constellation.testnetwork.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Fifty nodes run in one JVM: nothing static may change. */
class StateTest {
    private static final Set<String> IMMUTABLE_COLLECTIONS =
            Set.of("java.util.ImmutableCollections", "java.util.Collections", "com.google.common.collect.Immutable");

    @Test
    void nothingStaticChanges() {
        List<String> changing = new ArrayList<>();
        for (JavaClass type : House.productClasses()) {
            for (JavaField field : type.getFields()) {
                if (field.getModifiers().contains(JavaModifier.STATIC)
                        && !field.getModifiers().contains(JavaModifier.SYNTHETIC)
                        && !field.getName().startsWith("$")
                        && mayChange(field)) {
                    changing.add(field.getFullName() + " of type "
                            + field.getRawType().getName());
                }
            }
        }
        assertThat(changing)
                .as("static fields that may change: keep state in an injected object instead")
                .isEmpty();
    }

    private static boolean mayChange(JavaField field) {
        if (!field.getModifiers().contains(JavaModifier.FINAL)) {
            return true;
        }
        JavaClass type = field.getRawType();
        if (type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class)) {
            return !holdsAnImmutableCollection(field);
        }
        return type.getPackageName().startsWith("java.util.concurrent")
                        && !type.isAssignableTo(java.util.concurrent.TimeUnit.class)
                || type.isAssignableTo(ThreadLocal.class)
                || type.isAssignableTo(StringBuilder.class)
                || type.isAssignableTo(java.util.Date.class)
                || type.isAssignableTo(java.util.Random.class)
                || type.getName().startsWith("com.github.benmanes.caffeine")
                || type.getName().startsWith("com.google.common.cache");
    }

    private static boolean holdsAnImmutableCollection(JavaField field) {
        try {
            Field reflected = Class.forName(field.getOwner().getName()).getDeclaredField(field.getName());
            reflected.setAccessible(true);
            Object value = reflected.get(null);
            return value != null
                    && IMMUTABLE_COLLECTIONS.stream().anyMatch(value.getClass().getName()::startsWith);
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new AssertionError("cannot look at " + field.getFullName(), e);
        }
    }
}
