package network.constellation.peer.courses;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.cli.CliContext;
import network.constellation.peer.cli.CliException;
import network.constellation.peer.cli.Table;
import network.constellation.peer.platform.Category;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.tenant.TenantLease;
import network.constellation.peer.web.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code course deploy}: a copy of a catalog's course for this site. */
@Command(
        name = "deploy",
        description = {
            "Make a copy of a catalog's course on this site.",
            "With --dry-run only say what would happen; exit status 1 when it would be refused."
        })
final class DeployCommand extends OrderingCommand {
    @Parameters(paramLabel = "COURSE", description = "Its identity, or its exact short name or title.")
    String course = "";

    @Option(names = "--catalog", paramLabel = "URL", description = "The catalog; needed when several show the course.")
    @Nullable
    String catalog;

    @Option(names = "--category", paramLabel = "NAME", description = "Name or number of a category of this site.")
    @Nullable
    String category;

    @Option(names = "--dry-run", description = "Change nothing.")
    boolean dryRun;

    @Option(names = "--order", paramLabel = "NUMBER", description = "Number of the order: the same twice is one.")
    @Nullable
    String order;

    @Override
    protected void run(CliContext context, TenantLease tenant) {
        Catalog.Offered offered = offered(tenant);
        CourseOrders orders = tenant.get(CourseOrders.class);
        CourseOrders.Wish wish = new CourseOrders.Wish(
                order == null ? orders.newNumber() : number(order),
                offered.entry().uid(),
                offered.at(),
                Optional.empty(),
                category(tenant));
        if (dryRun) {
            tryOut(context, orders.tryDeploy(wish), offered);
        } else {
            answer(context, tenant, orders.deploy(wish), Map.of("catalog", offered.at()));
        }
    }

    private static String number(String typed) {
        if (!typed.matches("[0-9A-Za-z-]{16,64}")) {
            throw CliException.badInput("--order needs 16 to 64 letters, digits and dashes.");
        }
        return typed;
    }

    private static void tryOut(CliContext context, Verdict verdict, Catalog.Offered offered) {
        Texts texts = new Texts();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("uid", offered.entry().uid());
        document.put("version", offered.entry().version());
        document.put("title", offered.entry().sheet().title());
        document.put("catalog", offered.at());
        document.put("allowed", verdict.allowed());
        document.put("category", verdict.category().map(Category::name).orElse(""));
        document.put("findings", verdict.findings().stream().map(Finding::told).toList());
        context.answer(document, out -> {
            Table table = new Table("", "WHAT", "");
            verdict.findings()
                    .forEach(finding -> table.row(
                            finding.weight().name().toLowerCase(Locale.ROOT),
                            finding.code(),
                            texts.english(finding.sentence())));
            table.print(out, "");
            out.println(verdict.allowed() ? "It would be deployed." : "It would be refused.");
        });
        if (!verdict.allowed()) {
            throw CliException.silently();
        }
    }

    private Catalog.Offered offered(TenantLease tenant) {
        Optional<Wwwroot> at = Optional.ofNullable(catalog).map(Wwwroot::normalized);
        KnownSites sites = tenant.get(KnownSites.class);
        if (at.isEmpty()) {
            sites.refresh();
        } else if (!at.get().equals(tenant.tenant().wwwroot())) {
            sites.refresh(at.get());
        }
        List<Catalog.Offered> all = tenant.get(Catalog.class).search("", at);
        List<Catalog.Offered> found = all.stream()
                .filter(offered -> offered.entry().uid().equals(course))
                .toList();
        if (found.isEmpty()) {
            found = all.stream()
                    .filter(offered -> offered.entry().sheet().shortname().equals(course)
                            || offered.entry().sheet().title().equals(course))
                    .toList();
        }
        long courses =
                found.stream().map(offered -> offered.entry().uid()).distinct().count();
        if (courses != 1) {
            throw CliException.badInput(
                    courses == 0
                            ? "No catalog shows a course \"" + course + "\"; `course list` shows those there are."
                            : courses + " courses are called so; name one by its identity from `course list`.");
        }
        return found.get(0);
    }

    private long category(TenantLease tenant) {
        if (category == null) {
            return 0;
        }
        String wished = category.strip();
        List<Category> all = tenant.get(Platform.class).courses().categories();
        List<Category> found = all.stream()
                .filter(known ->
                        known.name().equals(wished) || Long.toString(known.id()).equals(wished))
                .toList();
        if (found.size() != 1) {
            throw CliException.badInput((found.isEmpty()
                            ? "There is no category \""
                            : "There are several categories \"")
                    + wished
                    + "\"; choose one of these by number: "
                    + String.join(
                            ", ",
                            all.stream()
                                    .map(known -> known.id() + " (" + known.name() + ")")
                                    .toList()));
        }
        return found.get(0).id();
    }
}
