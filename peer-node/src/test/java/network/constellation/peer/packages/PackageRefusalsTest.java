package network.constellation.peer.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import network.constellation.peer.web.text.Texts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Archives that are cut, damaged or hostile, each refused with its own reason (courses-and-certificates.md 4.4). */
class PackageRefusalsTest extends RefusingTest {
    @Test
    @Tag("CC-27")
    void theContainerIsKnownByItsContent() throws IOException {
        assertThat(refusal(Minimal.course().zip())).isEmpty();
        assertThat(refusal(Minimal.course().tar().packed())).isEmpty();
        refused("<moodle_backup/>".getBytes(StandardCharsets.UTF_8), Refusal.NOT_A_PACKAGE, "");
        refused(new byte[0], Refusal.NOT_A_PACKAGE, "");
        refused(new byte[] {'P', 'K', 7, 8, 0, 0}, Refusal.NOT_A_PACKAGE, "");
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
