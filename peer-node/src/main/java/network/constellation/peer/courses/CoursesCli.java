package network.constellation.peer.courses;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.cli.CliContext;
import network.constellation.peer.cli.CliException;
import network.constellation.peer.cli.CliRoom;
import network.constellation.peer.cli.Table;
import network.constellation.peer.cli.TenantCommand;
import network.constellation.peer.cli.Verbs;
import network.constellation.peer.tenant.TenantLease;
import network.constellation.peer.web.text.Texts;
import network.constellation.protocol.method.courses.CatalogEntry;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code course publish}, {@code list}, {@code deploy} and {@code roles}. */
public final class CoursesCli implements CliRoom {
    static final String ACTOR = "command line";

    @Override
    public void verbs(Verbs verbs) {
        verbs.add("course", Publish.class)
                .add("course", ListAll.class)
                .add("course", DeployCommand.class)
                .add("course", RolesCommand.class)
                .failure(CourseException.class);
    }

    @Command(
            name = "publish",
            description = {
                "Put a course package on the shelf and show it in a catalog.",
                "The package is read to its end first; one that may not be published is refused with the reason."
            })
    static final class Publish extends OrderingCommand {
        @Parameters(paramLabel = "FILE", description = "The package (.mbz).")
        Path file = Path.of("");

        @Option(names = "--catalog", paramLabel = "URL", description = "The catalog; by default the only one there is.")
        @Nullable
        String catalog;

        @Option(names = "--course", paramLabel = "UID", description = "The course it is a new version of.")
        @Nullable
        String course;

        @Override
        protected void run(CliContext context, TenantLease tenant) throws IOException {
            Path path = context.resolve(file);
            if (!Files.isRegularFile(path)) {
                throw CliException.badInput("There is no file " + path + "; name a course package (.mbz).");
            }
            Wwwroot to = catalog == null ? onlyCatalog(tenant) : Wwwroot.normalized(catalog);
            try (InputStream in = Files.newInputStream(path)) {
                CourseShelf.Added added = tenant.get(CourseShelf.class).add(in, Optional.ofNullable(course), ACTOR);
                Texts texts = new Texts();
                added.inspected().warnings().forEach(warning -> context.err().println(texts.english(warning)));
                CourseOrders orders = tenant.get(CourseOrders.class);
                ShelfOrder order = tenant.get(Publications.class)
                        .publish(orders.newNumber(), added.version(), to, Optional.empty(), false);
                answer(
                        context,
                        tenant,
                        order,
                        Map.of("catalog", to, "size", added.version().size()));
            } catch (UnfitPackageException unfit) {
                throw CliException.failed("refused: " + unfit.getMessage());
            }
        }

        private static Wwwroot onlyCatalog(TenantLease tenant) {
            if (tenant.get(CourseSettings.class).roles().has(NodeRole.CATALOG)) {
                return tenant.tenant().wwwroot();
            }
            KnownSites sites = tenant.get(KnownSites.class);
            sites.refresh();
            List<KnownSite> catalogs = sites.with(NodeRole.CATALOG);
            if (catalogs.size() != 1) {
                throw CliException.badInput(
                        catalogs.isEmpty()
                                ? "No peer of this site is a catalog; name one with --catalog, or give this site the role:"
                                        + " `course roles --set factory,catalog --category ID`."
                                : "There are several catalogs; choose one with --catalog: "
                                        + String.join(
                                                ", ",
                                                catalogs.stream()
                                                        .map(site -> site.peer().value())
                                                        .toList()));
            }
            return catalogs.get(0).peer();
        }
    }

    @Command(name = "list", description = "List the courses that this site and the catalogs it knows show.")
    static final class ListAll extends TenantCommand {
        @Option(names = "--catalog", paramLabel = "URL", description = "Only this catalog.")
        @Nullable
        String catalog;

        @Option(names = "--search", paramLabel = "TEXT", description = "Words that must all occur.")
        String search = "";

        @Override
        protected void run(CliContext context, TenantLease tenant) {
            Optional<Wwwroot> at = Optional.ofNullable(catalog).map(Wwwroot::normalized);
            KnownSites sites = tenant.get(KnownSites.class);
            if (at.isPresent() && !at.get().equals(tenant.tenant().wwwroot())) {
                KnownSite site = sites.refresh(at.get())
                        .orElseThrow(() -> CliException.badInput(at.get() + " is no peer of this site."));
                if (!site.error().isEmpty()) {
                    context.err().println(at.get() + ": " + site.error() + "; shown is what it last told.");
                }
            } else if (at.isEmpty()) {
                sites.refresh();
            }
            List<Map<String, Object>> documents = new ArrayList<>();
            for (Catalog.Offered offered : tenant.get(Catalog.class).search(search, at)) {
                documents.add(document(offered));
            }
            context.answer(documents, out -> {
                Table table = new Table("UID", "VERSION", "TITLE", "SIZE", "MOODLE", "CATALOG");
                documents.forEach(row -> table.row(
                        row.get("uid"),
                        row.get("version"),
                        row.get("title"),
                        row.get("size"),
                        row.get("moodle_version"),
                        row.get("catalog")));
                table.print(
                        out,
                        "No course is shown. Publish one: constellation course publish --data DIR --tenant URL FILE");
            });
        }

        private static Map<String, Object> document(Catalog.Offered offered) {
            CatalogEntry entry = offered.entry();
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("uid", entry.uid());
            document.put("version", entry.version());
            document.put("title", entry.sheet().title());
            document.put("shortname", entry.sheet().shortname());
            document.put("summary", entry.sheet().summary());
            document.put("size", entry.size());
            document.put("sha256", entry.sha256());
            document.put("moodle_version", entry.sheet().moodleVersion());
            document.put("author", entry.sheet().author());
            document.put("licences", entry.sheet().licences());
            document.put("sections", entry.sheet().outline().size());
            document.put("activities", entry.sheet().activities());
            document.put("published", entry.published());
            document.put("catalog", offered.at());
            return document;
        }
    }
}
