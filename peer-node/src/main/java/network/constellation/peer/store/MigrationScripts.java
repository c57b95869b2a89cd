package network.constellation.peer.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import network.constellation.keys.provider.Digests;

/** The scripts in the folders of some rooms, by their paths on the class path; all of them told apart by one hash. */
public final class MigrationScripts {
    private final ClassLoader loader = MigrationScripts.class.getClassLoader();
    private final TreeMap<String, byte[]> byPath = new TreeMap<>();

    MigrationScripts(Iterable<Migrations> migrations) {
        for (Migrations room : migrations) {
            int before = byPath.size();
            for (URL folder : folders(room.location())) {
                read(folder, room.location());
            }
            if (byPath.size() == before) {
                throw new IllegalStateException("There is no migration in " + room.location());
            }
        }
    }

    private MigrationScripts(MigrationScripts all, Set<String> wanted) {
        byPath.putAll(all.byPath);
        byPath.keySet().retainAll(wanted);
    }

    /** Some of them, for a database that is to have the schema of an older release first. */
    public MigrationScripts only(Set<String> paths) {
        return new MigrationScripts(this, paths);
    }

    public Map<String, byte[]> byPath() {
        return Collections.unmodifiableMap(byPath);
    }

    String hash() {
        StringBuilder all = new StringBuilder();
        byPath.forEach((path, text) -> all.append(path)
                .append(' ')
                .append(HexFormat.of().formatHex(Digests.sha256(text)))
                .append('\n'));
        return HexFormat.of()
                .formatHex(Digests.sha256(all.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    private Iterable<URL> folders(String location) {
        try {
            return Collections.list(loader.getResources(location));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void read(URL folder, String location) {
        try {
            if (folder.getProtocol().equals("file")) {
                readDirectory(Path.of(folder.toURI()), location);
            } else {
                readJar(folder, location);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("The migrations in " + folder + " cannot be read", failed);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void readDirectory(Path directory, String location) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".sql")).toList()) {
                byPath.put(location + "/" + file.getFileName(), Files.readAllBytes(file));
            }
        }
    }

    /** The jar is named in the URL: {@code jar:file:/path.jar!/db/node/jobs}. */
    private void readJar(URL folder, String location) throws IOException, URISyntaxException {
        String inner = folder.getPath();
        Path jarPath = Path.of(new URI(inner.substring(0, inner.indexOf("!/"))));
        try (JarFile jar = new JarFile(jarPath.toFile())) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                String name = entry.getName();
                if (name.startsWith(location + "/") && name.endsWith(".sql")) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        byPath.put(name, in.readAllBytes());
                    }
                }
            }
        }
    }
}
