package network.constellation.testnetwork.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Calls that belong to one room only, or to none; each message names what to use instead. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForbiddenCallsTest {
    /** Where objects are put together: the one place that may take the real clock. */
    private static final Pattern WIRING =
            Pattern.compile("network\\.constellation\\.(app\\..*|peer\\.node\\..*|peer\\.cli\\..*|.*Module(\\$.*)?)");

    private JavaClasses classes;

    @BeforeAll
    void readClasses() {
        classes = House.productClasses();
    }

    @Test
    void timeComesFromTheInjectedClock() {
        noClasses()
                .that(areNot(WIRING))
                .should()
                .accessTargetWhere(call("the wall clock", access -> {
                    String owner = access.getTargetOwner().getName();
                    String name = access.getTarget().getName();
                    boolean noClockGiven = access.getTarget()
                                    instanceof com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget target
                            && target.getRawParameterTypes().isEmpty();
                    return (owner.startsWith("java.time.") && name.equals("now") && noClockGiven)
                            || (owner.equals("java.time.Clock") && name.startsWith("system"))
                            || (owner.equals("java.lang.System") && name.equals("currentTimeMillis"))
                            || (owner.equals("java.util.Date") && name.equals("<init>") && noClockGiven);
                }))
                .because("time comes from an injected java.time.Clock, read once per operation")
                .check(classes);
    }

    @Test
    void randomnessForSecretsComesFromKeysProvider() {
        noClasses()
                .that()
                .resideOutsideOfPackage("network.constellation.keys.provider..")
                .should()
                .accessTargetWhere(call("a random source of its own", access -> {
                    String owner = access.getTargetOwner().getName();
                    String name = access.getTarget().getName();
                    return (owner.equals("java.security.SecureRandom")
                                    && (name.equals("<init>") || name.startsWith("getInstance")))
                            || (owner.equals("java.util.Random") && name.equals("<init>"))
                            || (owner.equals("java.lang.Math") && name.equals("random"))
                            || (owner.equals("java.util.UUID") && name.equals("randomUUID"));
                }))
                .because("secrets and identifiers come from the injected SecureRandom (CryptoEngine.random())")
                .check(classes);
    }

    @Test
    void cryptographyLivesInKeys() {
        noClasses()
                .that()
                .resideOutsideOfPackage("network.constellation.keys..")
                .should()
                .dependOnClassesThat(named(
                        "javax.crypto.Cipher",
                        "javax.crypto.Mac",
                        "javax.crypto.KeyAgreement",
                        "javax.crypto.KeyGenerator",
                        "javax.crypto.SecretKeyFactory",
                        "java.security.Signature",
                        "java.security.MessageDigest",
                        "java.security.KeyFactory",
                        "java.security.KeyPairGenerator"))
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("org.bouncycastle..")
                .because("ciphers, signatures and digests are used through keys (suite, provider, fingerprint)")
                .check(classes);
    }

    @Test
    void xmlIsReadByTheHardenedReaderOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage("network.constellation.protocol.xml..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "javax.xml.parsers..",
                        "javax.xml.stream..",
                        "javax.xml.transform..",
                        "com.ctc.wstx..",
                        "org.codehaus.stax2..")
                .orShould()
                .dependOnClassesThat(named("org.xml.sax.helpers.XMLReaderFactory"))
                .because("strangers' XML is read by protocol.xml, which refuses DOCTYPE and bounds everything")
                .check(classes);
        noClasses()
                .that()
                .resideOutsideOfPackage("network.constellation.protocol.xmlrpc..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.xmlrpc..")
                .because("the XML-RPC library stays behind protocol.xmlrpc.XmlRpcCodec")
                .check(classes);
    }

    @Test
    void everyOutboundConnectionPassesTheAddressGuard() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "network.constellation.peer.outbound..",
                        "network.constellation.peer.cli..", // loopback only: the running node's administration
                        "network.constellation.peer.mail..", // the operator's own SMTP server
                        "network.constellation.app..") // the demonstration, which looks at its own pages
                .should()
                .dependOnClassesThat(named(
                        "java.net.HttpURLConnection",
                        "java.net.URLConnection",
                        "java.net.Socket",
                        "java.nio.channels.SocketChannel",
                        "javax.net.ssl.SSLSocket",
                        "org.eclipse.jetty.client.HttpClient"))
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("java.net.http..")
                .orShould()
                .accessTargetWhere(call("URL.openStream or URL.openConnection", access -> {
                    String name = access.getTarget().getName();
                    return access.getTargetOwner().getName().equals("java.net.URL")
                            && (name.equals("openStream") || name.equals("openConnection"));
                }))
                .because("others are called through peer.outbound (PeerClient), which guards addresses and deadlines")
                .check(classes);
    }

    @Test
    void sqlLivesInStores() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "network.constellation.peer.store..",
                        "network.constellation.peer.jobs..",
                        "network.constellation.peer.node..")
                .and(areNot(Pattern.compile(".*(Store|Module)(\\$.*)?")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.h2..", "org.postgresql..")
                .orShould()
                .accessTargetWhere(call(
                        "the database",
                        access -> access.getTargetOwner().getPackageName().startsWith("org.jdbi.")))
                .because("a room's SQL stands in its ...Store class and nowhere else")
                .check(classes);
    }

    @Test
    void nothingIsSerialisedTheJavaWay() {
        noClasses()
                .should()
                .dependOnClassesThat(named("java.io.ObjectInputStream", "java.io.ObjectOutputStream"))
                .because("Java serialization runs foreign code; write a record as JSON")
                .check(classes);
    }

    @Test
    void onlyTheCommandLineTalksToTheTerminalAndEndsTheProcess() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "network.constellation.app..",
                        "network.constellation.peer.cli..",
                        "network.constellation.keys.provider..") // a native provider is configured by a property
                .should()
                .accessTargetWhere(call("standard output or System.exit", access -> {
                    String name = access.getTarget().getName();
                    return (access.getTargetOwner().getName().equals("java.lang.System")
                                    && Set.of("out", "err", "exit", "setProperty")
                                            .contains(name))
                            || (access.getTargetOwner().getName().equals("java.lang.Runtime") && name.equals("halt"));
                }))
                .because("use the logger, the CliContext's streams, or a result")
                .check(classes);
        noClasses()
                .should()
                .accessTargetWhere(call(
                        "printStackTrace",
                        access -> access.getTarget().getName().equals("printStackTrace")))
                .because("log it with the logger, or answer with a coded fault")
                .check(classes);
    }

    @Test
    void errorsHaveNames() {
        noClasses()
                .should()
                .accessTargetWhere(call(
                        "a bare exception",
                        access -> access instanceof JavaConstructorCall
                                && Set.of(
                                                "java.lang.RuntimeException",
                                                "java.lang.Exception",
                                                "java.lang.Error",
                                                "java.lang.Throwable")
                                        .contains(access.getTargetOwner().getName())
                                && !access.getOriginOwner().isAssignableTo(Throwable.class)))
                .because("throw a Fault, or an exception named after what went wrong")
                .check(classes);
    }

    private static DescribedPredicate<JavaClass> areNot(Pattern name) {
        return DescribedPredicate.describe(
                "are not " + name.pattern(),
                type -> !name.matcher(type.getName()).matches());
    }

    private static DescribedPredicate<JavaClass> named(String... names) {
        Set<String> set = Set.of(names);
        return DescribedPredicate.describe("are one of " + set, type -> set.contains(type.getName()));
    }

    private static DescribedPredicate<JavaAccess<?>> call(
            String description, java.util.function.Predicate<JavaAccess<?>> test) {
        return DescribedPredicate.describe(description, test);
    }
}
