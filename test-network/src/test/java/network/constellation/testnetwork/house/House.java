package network.constellation.testnetwork.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Where the rules look: the project's folder and its class files, without tests and generated code. */
final class House {
    static final String ROOT_PACKAGE = "network.constellation";
    static final List<String> PRODUCT_MODULES = List.of("keys", "protocol", "peer-node", "network-hub", "app");
    private static final Set<String> NOT_OURS = Set.of("target", ".git", ".idea", "node_modules");

    private House() {}

    static Path root() {
        return Path.of(Objects.requireNonNull(
                System.getProperty("constellation.root"), "run by Maven, which sets constellation.root"));
    }

    static JavaClasses productClasses() {
        ImportOption ours = location -> !location.contains("/testnetwork/") && !location.contains("/gg/jte/");
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(ours)
                .importPackages(ROOT_PACKAGE);
    }

    /** The folders of hand-written product sources, {@code MODULE/src/main/java}. */
    static List<Path> productSources() {
        return PRODUCT_MODULES.stream()
                .map(module -> root().resolve(module).resolve("src/main/java"))
                .filter(Files::isDirectory)
                .toList();
    }

    /** All files of the project that were written by hand, in a stable order. */
    static List<Path> files(Path folder, Predicate<Path> wanted) {
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    return NOT_OURS.contains(directory.getFileName().toString())
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile() && wanted.test(file)) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        found.sort(null);
        return found;
    }

    static List<Path> javaFiles(Path folder) {
        return files(folder, file -> file.toString().endsWith(".java"));
    }

    static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    static String shown(Path file) {
        return root().relativize(file).toString();
    }

    /** A list in {@code src/test/resources/house}: one entry a line, {@code #} begins a comment. */
    static List<String> list(String name) {
        try (var in = Objects.requireNonNull(House.class.getResourceAsStream("/house/" + name), name)) {
            return Stream.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n"))
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
