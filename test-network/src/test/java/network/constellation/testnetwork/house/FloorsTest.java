package network.constellation.testnetwork.house;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.Architectures;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Imports go one way only between modules; feature rooms meet only at their doors and never in a circle. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FloorsTest {
    /** Rooms of features; all other rooms of a module are its infrastructure. */
    private static final Set<String> FEATURES = Set.of(
            "peer.platform",
            "peer.peers",
            "peer.subnets",
            "peer.roaming",
            "peer.accounts",
            "peer.enrolment",
            "peer.courses",
            "peer.packages",
            "peer.learning",
            "peer.certificates",
            "peer.reporting",
            "peer.transfer",
            "peer.whereis",
            "peer.support",
            "peer.commands",
            "peer.myhub",
            "peer.originals",
            "hub.founding",
            "hub.registry",
            "hub.directory",
            "hub.subnets",
            "hub.rotation",
            "hub.policies",
            "hub.approvals",
            "hub.orders",
            "hub.originals",
            "hub.rolesheets",
            "hub.provisioning",
            "hub.catalog",
            "hub.whereis",
            "hub.reporting",
            "hub.support",
            "hub.console",
            "hub.api");

    private static final Pattern INNER_ROLE =
            Pattern.compile(".*(Service|Store|Pages|Cli|Config|Module|Migrations)(\\$.*)?");
    private static final Pattern LINK = Pattern.compile("\\{@link\\s+([\\w.]+)");

    private JavaClasses classes;

    @BeforeAll
    void readClasses() {
        classes = House.productClasses();
    }

    @Test
    void modulesUseOnlyTheModulesBeneathThem() {
        Architectures.layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage(House.ROOT_PACKAGE + "..")
                .withOptionalLayers(true)
                .layer("keys")
                .definedBy(House.ROOT_PACKAGE + ".keys..")
                .layer("protocol")
                .definedBy(House.ROOT_PACKAGE + ".protocol..")
                .layer("peer")
                .definedBy(House.ROOT_PACKAGE + ".peer..")
                .layer("hub")
                .definedBy(House.ROOT_PACKAGE + ".hub..")
                .layer("app")
                .definedBy(House.ROOT_PACKAGE + ".app..")
                .whereLayer("keys")
                .mayNotAccessAnyLayer()
                .whereLayer("protocol")
                .mayOnlyAccessLayers("keys")
                .whereLayer("peer")
                .mayOnlyAccessLayers("protocol", "keys")
                .whereLayer("hub")
                .mayOnlyAccessLayers("peer", "protocol", "keys")
                .whereLayer("app")
                .mayOnlyAccessLayers("hub", "peer", "protocol", "keys")
                .because("keys <- protocol <- peer-node <- network-hub <- app (docs: house plan, Floors)")
                .check(classes);
    }

    @Test
    void lowerFloorsKnowNoServersAndNoDatabases() {
        rule("keys has no XML, HTTP or SQL", "keys", "javax.xml..", "org.xml..", "java.sql..", "java.net.http..");
        rule("protocol has no SQL, pages or HTTP", "protocol", "java.sql..", "org.jdbi..", "org.eclipse.jetty..");
        rule("protocol sends nothing", "protocol", "java.net.http..", "gg.jte..", "jakarta.servlet..");
    }

    private void rule(String why, String module, String... forbidden) {
        ArchRule rule = ArchRuleDefinition.noClasses()
                .that()
                .resideInAPackage(House.ROOT_PACKAGE + "." + module + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden)
                .because(why)
                .allowEmptyShould(true);
        rule.check(classes);
    }

    @Test
    void featureRoomsMeetOnlyAtTheirDoors() {
        ArchRuleDefinition.classes()
                .that(new DescribedPredicate<>("live in a feature room") {
                    @Override
                    public boolean test(JavaClass type) {
                        return FEATURES.contains(room(type));
                    }
                })
                .should(new ArchCondition<>("use other feature rooms only through their doors") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        for (Dependency use : type.getDirectDependenciesFromSelf()) {
                            String other = room(use.getTargetClass());
                            if (FEATURES.contains(other)
                                    && !other.equals(room(type))
                                    && !isDoor(use.getTargetClass())) {
                                events.add(SimpleConditionEvent.violated(type, use.getDescription()));
                            }
                        }
                    }
                })
                .because("a feature is used through its door class, which its package-info links, and its records;"
                        + " never through its service, store, pages, command line, settings or module")
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void noCircleBetweenFeatureRooms() {
        slices().assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass type) {
                        String room = room(type);
                        return FEATURES.contains(room) ? SliceIdentifier.of(room) : SliceIdentifier.ignore();
                    }

                    @Override
                    public String getDescription() {
                        return "feature rooms";
                    }
                })
                .should()
                .beFreeOfCycles()
                .because("two rooms that need each other are one room, or want an interface in the lower one")
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void noCircleBetweenTheRoomsOfTheLowerFloors() {
        for (String module : new String[] {"keys", "protocol"}) {
            slices().matching(House.ROOT_PACKAGE + "." + module + ".(*)..")
                    .should()
                    .beFreeOfCycles()
                    .allowEmptyShould(true)
                    .check(classes);
        }
    }

    /** {@code peer.roaming} of {@code network.constellation.peer.roaming.internal.X}. */
    private static String room(JavaClass type) {
        String name = type.getPackageName();
        if (!name.startsWith(House.ROOT_PACKAGE + ".")) {
            return "";
        }
        String[] parts = name.substring(House.ROOT_PACKAGE.length() + 1).split("\\.");
        return parts.length < 2 ? parts[0] : parts[0] + "." + parts[1];
    }

    private static boolean isDoor(JavaClass type) {
        if (INNER_ROLE.matcher(type.getSimpleName()).matches()
                || type.getPackageName().contains(".internal")) {
            return false;
        }
        boolean carriesDataOnly = type.isRecord()
                || type.isEnum()
                || type.isInterface()
                || type.isAnnotation()
                || type.isAssignableTo(Throwable.class);
        return carriesDataOnly || doorsOf(type).contains(outermost(type).getSimpleName());
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(FloorsTest::outermost).orElse(type);
    }

    private static Set<String> doorsOf(JavaClass type) {
        Set<String> doors = new HashSet<>();
        for (Path sources : House.productSources()) {
            Path info = sources.resolve(type.getPackageName().replace('.', '/')).resolve("package-info.java");
            if (Files.exists(info)) {
                LINK.matcher(House.text(info))
                        .results()
                        .map(found -> found.group(1))
                        .forEach(name -> doors.add(name.substring(name.lastIndexOf('.') + 1)));
            }
        }
        return doors;
    }
}
