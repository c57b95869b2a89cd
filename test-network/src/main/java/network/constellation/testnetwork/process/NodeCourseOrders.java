package network.constellation.testnetwork.process;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.courses.CourseOrders;
import network.constellation.peer.courses.CourseSettings;
import network.constellation.peer.courses.CourseShelf;
import network.constellation.peer.courses.CourseVersion;
import network.constellation.peer.courses.KnownSites;
import network.constellation.peer.courses.NodeRoles;
import network.constellation.peer.courses.Publications;
import network.constellation.peer.courses.UnfitPackageException;
import network.constellation.peer.files.ContentHash;
import network.constellation.peer.files.ContentStore;
import network.constellation.peer.platform.CourseFile;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.store.Database;
import network.constellation.peer.tenant.TenantLease;
import network.constellation.testnetwork.TestNetwork;

/** Orders of {@link NodeOrders} about courses, contents and what they cost. */
final class NodeCourseOrders {
    private static final long MIB = 1024 * 1024;

    private NodeCourseOrders() {}

    static String obey(TenantLease tenant, String order, String rest) {
        String[] words = rest.split(" ");
        try {
            return switch (order) {
                case "roles" -> roles(tenant, rest);
                case "shelve" -> shelve(tenant, Path.of(rest));
                case "publish" -> {
                    CourseVersion newest =
                            tenant.get(CourseShelf.class).version(words[1], 0).orElseThrow();
                    yield tenant.get(Publications.class)
                            .publish(words[0], newest, tenant.tenant().wwwroot(), Optional.empty(), false)
                            .id();
                }
                case "deploy" -> {
                    Wwwroot catalog = Wwwroot.of(words[1]);
                    tenant.get(KnownSites.class).refresh(catalog);
                    yield tenant.get(CourseOrders.class)
                            .deploy(new CourseOrders.Wish(words[0], words[2], catalog, Optional.empty(), 0))
                            .id();
                }
                case "arrival" ->
                    tenant.get(CourseOrders.class)
                            .find(rest)
                            .map(found -> found.state() + " " + found.copyCourse() + " " + found.note())
                            .orElse("NONE");
                case "verify" -> Boolean.toString(tenant.get(ContentStore.class).verify(new ContentHash(rest)));
                case "visible" ->
                    Integer.toString(
                            tenant.get(Platform.class).courses().list(true).size());
                case "coursefiles" -> files(tenant, Long.parseLong(rest));
                case "connections" ->
                    Integer.toString(
                            ((HikariDataSource) tenant.get(Database.class).dataSource())
                                    .getHikariPoolMXBean()
                                    .getActiveConnections());
                case "memory" -> memory();
                default -> NodeRotationOrders.obey(tenant, order);
            };
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (UnfitPackageException refused) {
            throw new IllegalArgumentException(refused);
        }
    }

    private static String roles(TenantLease tenant, String words) {
        CourseSettings settings = tenant.get(CourseSettings.class);
        settings.setRoles(NodeRoles.parse(words), TestNetwork.ACTOR);
        long category = tenant.get(Platform.class)
                .courses()
                .createCategory("Courses", "", "", 0)
                .id();
        settings.setDeployCategory(Optional.of(category), TestNetwork.ACTOR);
        return settings.roles().words();
    }

    private static String shelve(TenantLease tenant, Path file) throws IOException, UnfitPackageException {
        try (InputStream content = Files.newInputStream(file)) {
            CourseVersion version = tenant.get(CourseShelf.class)
                    .add(content, Optional.empty(), TestNetwork.ACTOR)
                    .version();
            return version.uid() + " " + version.hash();
        }
    }

    /** How many files a course has, their bytes, and whether each is what its name says. */
    private static String files(TenantLease tenant, long course) throws IOException {
        List<CourseFile> files =
                tenant.get(Platform.class).contents().outline(course).allFiles();
        ContentStore store = tenant.get(ContentStore.class);
        boolean sound = true;
        for (CourseFile file : files) {
            sound &= store.verify(file.content());
        }
        return files.size() + " " + files.stream().mapToLong(CourseFile::size).sum() + " " + sound;
    }

    /** Peaks in MiB: of the heap (its parts may have had theirs at different times, so at most that) and of the process. */
    private static String memory() throws IOException {
        long heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(java.lang.management.MemoryUsage::getUsed)
                .sum();
        Path status = Path.of("/proc/self/status");
        String resident = Files.exists(status)
                ? Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmHWM:"))
                        .map(line -> Long.toString(Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024))
                        .findFirst()
                        .orElse("?")
                : "?";
        return "heap " + heap / MIB + " MiB, resident " + resident + " MiB";
    }
}
