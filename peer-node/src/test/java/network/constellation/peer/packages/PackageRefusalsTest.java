package network.constellation.peer.packages;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import network.constellation.peer.web.text.Texts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each way in which a package can be unsound, refused with its own reason (courses-and-certificates.md 4.4). */
class PackageRefusalsTest {
    private final PackageReader reader = PackagesModule.standalone();

    @TempDir
    Path folder;

    private Optional<PackageRefusedException> refusal(byte[] archive) throws IOException {
        Path file = folder.resolve("any.name");
        Files.write(file, archive);
        try {
            reader.inspect(file);
            return Optional.empty();
        } catch (PackageRefusedException refused) {
            return Optional.of(refused);
        } finally {
            try (Stream<Path> left = Files.list(folder)) {
                assertThat(left).as("nothing is written").containsExactly(file);
            }
        }
    }

    private void refused(byte[] archive, Refusal reason, String member) throws IOException {
        Optional<PackageRefusedException> refused = refusal(archive);
        assertThat(refused.map(PackageRefusedException::refusal)).contains(reason);
        assertThat(refused.orElseThrow().member()).isEqualTo(member);
        assertThat(refused.orElseThrow().getMessage()).contains(member);
    }

    private void refused(Minimal minimal, Refusal reason, String member) throws IOException {
        refused(minimal.tar().packed(), reason, member);
        refused(minimal.zip(), reason, member);
    }

    @Test
    @Tag("CC-27")
    void theContainerIsKnownByItsContent() throws IOException {
        assertThat(refusal(Minimal.course().zip())).isEmpty();
        assertThat(refusal(Minimal.course().tar().packed())).isEmpty();
        refused("<moodle_backup/>".getBytes(StandardCharsets.UTF_8), Refusal.NOT_A_PACKAGE, "");
        refused(new byte[0], Refusal.NOT_A_PACKAGE, "");
        refused(new byte[] {'P', 'K', 7, 8, 0, 0}, Refusal.NOT_A_PACKAGE, "");
    }

    @Test
    @Tag("CC-28")
    void aManifestThatIsMissingEmptyOrMalformed() throws IOException {
        String name = "moodle_backup.xml";
        refused(Minimal.course().without(name), Refusal.MANIFEST_MISSING, name);
        refused(Minimal.course().with(name, ""), Refusal.DOCUMENT_EMPTY, name);
        refused(Minimal.course().with(name, "<moodle_backup><infor"), Refusal.DOCUMENT_MALFORMED, name);
        refused(Minimal.course().with(name, "not XML at all"), Refusal.DOCUMENT_MALFORMED, name);
        refused(Minimal.course().with(name, "<moodle_backup/>"), Refusal.DOCUMENT_INCOMPLETE, name);
        refused(
                Minimal.course().with(name, new byte[] {'<', 'a', '>', (byte) 0xC3, '(', '<', '/', 'a', '>'}),
                Refusal.DOCUMENT_MALFORMED,
                name);
    }

    @Test
    @Tag("CC-28")
    void partsThatManifestAndMembersDoNotAgreeOn() throws IOException {
        for (String part : new String[] {
            "course/course.xml",
            "sections/section_3/section.xml",
            "activities/page_7/module.xml",
            "activities/page_7/page.xml"
        }) {
            refused(Minimal.course().without(part), Refusal.PART_MISSING, part);
        }
        refused(
                Minimal.course().with("sections/section_4/section.xml", "<section id=\"4\"/>"),
                Refusal.PART_UNLISTED,
                "sections/section_4/section.xml");
        String manifest = Minimal.manifest("2022112800", "course", "1");
        String twice = manifest.replaceFirst("(?s)(<activities>)(.*?)(</activities>)", "$1$2$2$3");
        refused(Minimal.course().with("moodle_backup.xml", twice), Refusal.IDS_REPEAT, "moodle_backup.xml");
        String strange = manifest.replace("<modulename>page<", "<modulename>../page<");
        refused(Minimal.course().with("moodle_backup.xml", strange), Refusal.MODULE_NAME, "moodle_backup.xml");
    }

    @Test
    @Tag("CC-29")
    void versionsAreNumbersWithDecimals() {
        PackageVersion early = new PackageVersion("2016120504.02");
        assertThat(early).isLessThan(new PackageVersion("2016120504.1")).isGreaterThan(new PackageVersion("999999999"));
        assertThat(early.compareTo(new PackageVersion("2016120504.020"))).isZero();
        assertThat(PackageVersion.of("2016120504.02.1")).isEmpty();
        assertThat(PackageVersion.of("-1")).isEmpty();
        assertThat(PackageVersion.of("1e9")).isEmpty();
    }

    @Test
    @Tag("CC-30")
    void aFormatThatIsTooOldOrNewerThanKnown() throws Exception {
        String name = "moodle_backup.xml";
        refused(
                Minimal.course().with(name, Minimal.manifest("2010072299.9", "course", "1")),
                Refusal.FORMAT_TOO_OLD,
                name);
        assertThat(refusal(Minimal.course()
                        .with(name, Minimal.manifest("2010072300", "course", "1"))
                        .zip()))
                .isEmpty();
        Path file = folder.resolve("newer.mbz");
        Files.write(
                file,
                Minimal.course()
                        .with(name, Minimal.manifest("2099010100", "course", "1"))
                        .zip());
        assertThat(reader.inspect(file).findings())
                .extracting(PackageFinding::code)
                .contains("newer");
    }

    @Test
    @Tag("CC-31")
    void filesThatWereLeftOut() throws Exception {
        String blob = Minimal.blobName(Minimal.sha1(Minimal.BLOB));
        for (String include : new String[] {"0", ""}) {
            Path file = folder.resolve("without.mbz");
            Files.write(
                    file,
                    Minimal.course()
                            .with("moodle_backup.xml", Minimal.manifest("2022112800", "course", include))
                            .without(blob)
                            .zip());
            PackageInventory inventory = reader.inspect(file);
            assertThat(inventory.counts().blobsMissing()).isEqualTo(1);
            assertThat(PublishingRules.reasonsAgainst(inventory))
                    .extracting(reason -> reason.key())
                    .containsExactly("publish.files");
            Files.delete(file);
        }
        Path whole = folder.resolve("whole.mbz");
        Files.write(
                whole,
                Minimal.course()
                        .with("moodle_backup.xml", Minimal.manifest("2022112800", "course", ""))
                        .zip());
        assertThat(PublishingRules.reasonsAgainst(reader.inspect(whole))).isEmpty();
    }

    @ParameterizedTest
    @Tag("CC-33")
    @CsvSource({
        "../evil.xml, NAME_TRAVERSAL",
        "course/../../evil, NAME_TRAVERSAL",
        "a//b, NAME_TRAVERSAL",
        "/etc/passwd, NAME_ABSOLUTE",
        "course\\evil.txt, NAME_BACKSLASH",
        "c:evil.txt, NAME_DRIVE",
        "COURSE/course.XML, NAME_CASE",
        "course/course.xml, NAME_DUPLICATE",
    })
    void namesThatLeadAstray(String name, Refusal reason) throws IOException {
        refused(Minimal.course().tar().file(name, new byte[] {1}).packed(), reason, name);
        if (reason != Refusal.NAME_DUPLICATE) {
            refused(Minimal.course().with(name, new byte[] {1}).zip(), reason, name);
        }
    }

    @Test
    @Tag("CC-33")
    void namesWithControlCharactersOrInTwoSpellings() throws IOException {
        assertThat(refusal(Minimal.course().with("a\u0007b", "x").zip()).map(PackageRefusedException::refusal))
                .contains(Refusal.NAME_CONTROL);
        assertThat(refusal(Minimal.course().with("a\0b", "x").zip()).map(PackageRefusedException::refusal))
                .contains(Refusal.NAME_CONTROL);
        Minimal spelt = Minimal.course().with("caf\u00e9", "x").with("cafe\u0301", "x");
        refused(spelt.zip(), Refusal.NAME_CASE, "cafe\u0301");
        String part = "x".repeat(256);
        assertThat(refusal(Minimal.course().with(part, "x").zip()).map(PackageRefusedException::refusal))
                .contains(Refusal.NAME_LENGTH);
    }

    @Test
    @Tag("CC-33")
    void linksDevicesAndRecordsThatRename() throws IOException {
        for (char type : new char[] {'1', '2'}) {
            refused(Minimal.course().tar().member("x", type, 0, new byte[0]).packed(), Refusal.LINK, "x");
        }
        for (char type : new char[] {'3', '4', '6'}) {
            refused(Minimal.course().tar().member("x", type, 0, new byte[0]).packed(), Refusal.DEVICE, "x");
        }
        for (char type : new char[] {'7', 'L', 'K', 'S', 'Z'}) {
            refused(Minimal.course().tar().member("x", type, 1, new byte[] {1}).packed(), Refusal.MEMBER_TYPE, "x");
        }
        byte[] renaming = "24 path=../../etc/passwd\n".getBytes(StandardCharsets.US_ASCII);
        refused(
                Minimal.course()
                        .tar()
                        .member("h", 'x', renaming.length, renaming)
                        .packed(),
                Refusal.MEMBER_TYPE,
                "h");
        byte[] harmless = "28 mtime=1700000000.123456\n\n".getBytes(StandardCharsets.US_ASCII);
        assertThat(refusal(Minimal.course()
                        .tar()
                        .member("h", 'x', harmless.length, harmless)
                        .file("note.txt", new byte[] {1})
                        .packed()))
                .isEmpty();
        byte[] zip = Minimal.course().with("zlink", "/etc/passwd").zip();
        int entry = ZipBytes.central(zip, "zlink");
        zip[entry + 5] = 3;
        ZipBytes.put(zip, entry + 38, 0120777 << 16, 4);
        refused(zip, Refusal.LINK, "zlink");
    }

    @Test
    @Tag("CC-34")
    void aLeadingDotAndAFalseIndexAreTolerated() throws Exception {
        RawTar tar = new RawTar()
                .folder("./")
                .file(
                        "./.ARCHIVE_INDEX",
                        "Moodle archive file index. Count: 99\nx\tf\t1\t?\n".getBytes(StandardCharsets.UTF_8));
        Minimal.course().each((name, content) -> tar.file("./" + name, content));
        Path file = folder.resolve("repacked.mbz");
        Files.write(file, tar.packed());
        PackageInventory inventory = reader.inspect(file);
        assertThat(inventory.counts().hasIndex()).isTrue();
        assertThat(inventory.counts().entries()).isEqualTo(8);
        assertThat(inventory.activityModules()).containsExactly("page");
    }

    @Test
    @Tag("CC-36")
    void documentsThatReachOutOrGrow() throws IOException {
        String name = "activities/page_7/page.xml";
        refused(Minimal.course().with(name, "<!DOCTYPE a><activity/>"), Refusal.DOCUMENT_DOCTYPE, name);
        refused(
                Minimal.course().with(name, "<!DOCTYPE a [<!ENTITY x \"y\"><!ENTITY z \"&x;&x;&x;\">]><a>&z;</a>"),
                Refusal.DOCUMENT_DOCTYPE,
                name);
        refused(Minimal.course().with(name, "<a>&x;</a>"), Refusal.DOCUMENT_MALFORMED, name);
        refused(
                Minimal.course()
                        .with(
                                name,
                                "<a xmlns:xi=\"http://www.w3.org/2001/XInclude\"><xi:include href=\"/etc/passwd\"/></a>"),
                Refusal.DOCUMENT_INCLUDES,
                name);
        refused(Minimal.course().with(name, "<a>".repeat(10_000)), Refusal.DOCUMENT_TOO_DEEP, name);
        StringBuilder attributes = new StringBuilder("<a");
        for (int i = 0; i < 101; i++) {
            attributes.append(String.format(Locale.ROOT, " a%d=\"\"", i));
        }
        refused(Minimal.course().with(name, attributes + "/>"), Refusal.DOCUMENT_TOO_LARGE, name);
    }

    @Test
    @Tag("CC-36")
    void nobodyIsAskedForAnythingWhileADocumentIsRead() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer trap = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        trap.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        trap.start();
        try {
            String there = "http://127.0.0.1:" + trap.getAddress().getPort() + "/x";
            for (String document : new String[] {
                "<!DOCTYPE a SYSTEM \"" + there + "\"><a/>",
                "<!DOCTYPE a [<!ENTITY % p SYSTEM \"" + there + "\"> %p;]><a/>",
                "<!DOCTYPE a [<!ENTITY e SYSTEM \"" + there + "\">]><a>&e;</a>",
                "<a xmlns:xi=\"http://www.w3.org/2001/XInclude\"><xi:include href=\"" + there + "\"/></a>",
                "<a xsi:noNamespaceSchemaLocation=\"" + there
                        + "\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"/>",
                "<?xml-stylesheet href=\"" + there + "\"?><a/>"
            }) {
                refusal(Minimal.course().with("scales.xml", document).zip());
            }
            assertThat(asked).hasValue(0);
        } finally {
            trap.stop(0);
        }
    }

    @Test
    @Tag("CC-37")
    void contentsThatAreNotWhatTheirNameSays() throws IOException {
        String blob = Minimal.blobName(Minimal.sha1(Minimal.BLOB));
        String shown = "mod_page/content/a/cat.png";
        refused(Minimal.course().with(blob, "the picture of a dog"), Refusal.BLOB_CONTENT, shown);
        refused(Minimal.course().without(blob), Refusal.BLOB_MISSING, shown);
        refused(
                Minimal.course().with("files.xml", Minimal.files(Minimal.sha1(Minimal.BLOB), 19)),
                Refusal.BLOB_SIZE,
                shown);
        refused(Minimal.course().with("files/ab/readme.txt", "x"), Refusal.BLOB_NAME, "files/ab/readme.txt");
    }

    @Test
    @Tag("CC-38")
    void aGzipThatIsCutLongerOrDamaged() throws IOException {
        byte[] whole = Minimal.course().tar().packed();
        refused(Arrays.copyOf(whole, whole.length - 9), Refusal.TRUNCATED, "");
        refused(Arrays.copyOf(whole, whole.length - 3), Refusal.TRUNCATED, "");
        refused(RawTar.joined(whole, new byte[1]), Refusal.TRAILING_BYTES, "");
        refused(RawTar.joined(whole, RawTar.gzip(new byte[10])), Refusal.TRAILING_BYTES, "");
        byte[] checksum = whole.clone();
        checksum[whole.length - 8] ^= 1;
        refused(checksum, Refusal.WRONG_CHECKSUM, "");
        refused(Minimal.course().tar().compressed(), Refusal.TRUNCATED, "");
        refused(
                Minimal.course()
                        .tar()
                        .raw(new byte[1024])
                        .file("hidden", new byte[3])
                        .compressed(),
                Refusal.TRAILING_BYTES,
                "");
        refused(Minimal.course().tar().member("cut", '0', 5000, new byte[10]).compressed(), Refusal.TRUNCATED, "cut");
    }

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void everyRefusalHasItsSentenceInBothLanguages(Refusal refusal) {
        PackageRefusedException refused = new PackageRefusedException(refusal, "the member", 7, 8);
        Texts texts = new Texts();
        for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.FRENCH}) {
            assertThat(texts.say(locale, refused.sentence()))
                    .doesNotContain("refused.")
                    .doesNotContain("{");
        }
    }
}
