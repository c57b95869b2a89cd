package network.constellation.app.demo;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import network.constellation.keys.provider.Digests;
import network.constellation.peer.files.ContentHash;
import network.constellation.peer.packages.PackageContainer;
import network.constellation.peer.packages.PackageDraft;
import network.constellation.peer.packages.PackageWriter;
import network.constellation.peer.platform.CourseActivity;
import network.constellation.peer.platform.CourseFile;
import network.constellation.peer.platform.CourseOutline;
import network.constellation.peer.platform.CourseSection;

/** Two small courses of our own, as the packages that a teacher would upload. */
final class SampleCourses {
    static final String STARS = "STARS";
    static final String BIRDS = "OISEAUX";

    private final String wwwroot;
    private final Instant made;
    private final Map<ContentHash, byte[]> contents = new LinkedHashMap<>();

    /** @param wwwroot the site at which they were written */
    SampleCourses(String wwwroot, Instant made) {
        this.wwwroot = wwwroot;
        this.made = made;
    }

    /** Writes the English one, a ZIP. */
    Path stars(Path folder) throws IOException {
        CourseOutline outline = CourseOutline.of(List.of(
                CourseSection.of(
                        "Before you look up",
                        List.of(
                                page("11", "Seeing in the dark", "stars/dark.html"),
                                page("12", "How the sky turns", "stars/turning.html"))),
                CourseSection.of(
                        "First constellations",
                        List.of(
                                page("13", "From the Plough to Polaris", "stars/plough.html")
                                        .files(List.of(picture("plough.png", Pictures.plough()))),
                                CourseActivity.of("14", "resource", "Observation sheet", "")
                                        .files(List.of(
                                                file("observation-sheet.txt", "stars/sheet.txt", "text/plain"))))),
                CourseSection.of(
                        "Your own star map",
                        List.of(CourseActivity.of("15", "assign", "Draw your sky", "")
                                .intro(text("stars/map.html"))))));
        return write(
                folder.resolve("reading-the-night-sky.mbz"),
                PackageContainer.ZIP,
                PackageDraft.of(
                        "Reading the night sky",
                        STARS,
                        "<p>From the first constellation to a star map of your own, with nothing but your eyes.</p>",
                        wwwroot,
                        made,
                        outline));
    }

    /** Writes the French one, a gzipped tar. */
    Path birds(Path folder) throws IOException {
        CourseOutline outline = CourseOutline.of(List.of(
                CourseSection.of("Écouter", List.of(page("21", "Cinq minutes d'écoute", "birds/ecouter.html"))),
                CourseSection.of(
                        "Reconnaître",
                        List.of(
                                page("22", "La silhouette et le vol", "birds/silhouette.html")
                                        .files(List.of(picture("vols.png", Pictures.flights()))),
                                CourseActivity.of("23", "resource", "Premières espèces", "")
                                        .files(List.of(file("especes.csv", "birds/quarante.csv", "text/csv"))))),
                CourseSection.of(
                        "Noter",
                        List.of(CourseActivity.of("24", "assign", "Carnet d'une semaine", "")
                                .intro(text("birds/carnet.html"))))));
        return write(
                folder.resolve("oiseaux-du-nord.mbz"),
                PackageContainer.GZIP_TAR,
                PackageDraft.of(
                        "Oiseaux du nord",
                        BIRDS,
                        "<p>Reconnaître les oiseaux du nord au chant et au vol.</p>",
                        wwwroot,
                        made,
                        outline));
    }

    private Path write(Path target, PackageContainer container, PackageDraft draft) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
            new PackageWriter(draft, hash -> new ByteArrayInputStream(Objects.requireNonNull(contents.get(hash))))
                    .write(container, out);
        }
        return target;
    }

    private static CourseActivity page(String key, String title, String resource) {
        return CourseActivity.of(key, "page", title, text(resource));
    }

    private CourseFile picture(String path, byte[] png) {
        return kept(path, png, "image/png");
    }

    private CourseFile file(String path, String resource, String type) {
        return kept(path, text(resource).getBytes(StandardCharsets.UTF_8), type);
    }

    private CourseFile kept(String path, byte[] bytes, String type) {
        ContentHash hash = new ContentHash(HexFormat.of().formatHex(Digests.sha256(bytes)));
        contents.put(hash, bytes);
        return CourseFile.of("content", path, hash, bytes.length, type);
    }

    private static String text(String resource) {
        try (InputStream in =
                Objects.requireNonNull(SampleCourses.class.getResourceAsStream("courses/" + resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException("The demonstration's " + resource + " cannot be read", unreadable);
        }
    }
}
