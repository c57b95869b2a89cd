package network.constellation.testnetwork.vectors;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** The second implementation is worth something only as long as it shares no code with the first. */
class IndependenceTest {
    private static final String SECOND = "network.constellation.testnetwork.vectors.independent";

    @Test
    void the_second_implementation_uses_the_jdk_alone() {
        JavaClasses classes = new ClassFileImporter().importPackages(SECOND);
        classes()
                .that()
                .resideInAPackage(SECOND)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(SECOND, "java..", "javax..", "org.jspecify..")
                .check(classes);
    }
}
