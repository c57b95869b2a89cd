package network.constellation.peer.courses;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import network.constellation.peer.cli.CliContext;
import network.constellation.peer.cli.CliException;
import network.constellation.peer.cli.TenantCommand;
import network.constellation.peer.platform.Category;
import network.constellation.peer.tenant.TenantLease;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code course roles}: what this site is in the publishing network. */
@Command(
        name = "roles",
        description = {"Show or set what this site is in the publishing network, and where arriving courses are put."})
final class RolesCommand extends TenantCommand {
    @Option(
            names = "--set",
            paramLabel = "ROLE,..",
            description = "Any of factory, catalog, learningarea; empty (--set=) for none.")
    @Nullable
    String roles;

    @Option(names = "--category", paramLabel = "ID", description = "Number of the category for arriving courses.")
    @Nullable
    Long category;

    @Override
    protected void run(CliContext context, TenantLease tenant) {
        CourseSettings settings = tenant.get(CourseSettings.class);
        if (roles != null && !NodeRoles.isWellFormed(roles)) {
            throw CliException.badInput(
                    "--set takes factory, catalog and learningarea with commas between, not \"" + roles + "\".");
        }
        if (category != null) {
            settings.setDeployCategory(Optional.of(category), CoursesCli.ACTOR);
        }
        if (roles != null) {
            settings.setRoles(NodeRoles.parse(roles), CoursesCli.ACTOR);
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("roles", settings.roles().words());
        document.put("category", settings.deployCategory().map(Category::id).orElse(0L));
        context.answer(document, out -> {
            out.println("Roles:    "
                    + (settings.roles().none() ? "none" : settings.roles().words()));
            out.println("Category: "
                    + settings.deployCategory().map(Category::name).orElse("none: courses cannot arrive yet"));
        });
    }
}
