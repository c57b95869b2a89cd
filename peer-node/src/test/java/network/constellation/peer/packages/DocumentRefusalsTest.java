package network.constellation.peer.packages;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Documents and contents that are unsound, each refused with its own reason (courses-and-certificates.md 4.2, 4.4). */
class DocumentRefusalsTest extends RefusingTest {
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
}
