package network.constellation.hub.rotation;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import network.constellation.peer.cli.Table;
import network.constellation.protocol.method.rotation.RehearsedPing.Outcome;

/** A rotation with its sites and its rehearsal, as command line and API show it. */
public record RotationView(Rotation rotation, List<RotationSite> sites, RehearsalReport rehearsal) {
    public static RotationView of(Rotations rotations, int number) {
        Rotation rotation =
                rotations.find(number).orElseThrow(() -> new RotationRefused("There is no rotation " + number + "."));
        return new RotationView(rotation, rotations.sites(number), rotations.rehearsal(number));
    }

    /** How many sites whose keys change are in that state. */
    public long count(RotationSite.State state) {
        return sites.stream()
                .filter(site -> site.rotates() && site.state() == state)
                .count();
    }

    /** Those that lag behind, with why. */
    public List<RotationSite> behind() {
        return sites.stream().filter(site -> site.isBehind(rotation.phase())).toList();
    }

    /** Whether the hub is at work on it, so that a page should look again soon. */
    public boolean isMoving() {
        return switch (rotation.phase()) {
            case PREPARING, REHEARSING, ACTIVATING, RETIRING, ABORTING -> true;
            case PREPARED, REHEARSED, ACTIVATED, RETIRED, ABORTED -> false;
        };
    }

    /** How many sites change their keys. */
    public long rotating() {
        return sites.stream().filter(RotationSite::rotates).count();
    }

    /** For {@code --json}. */
    public Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("number", rotation.number());
        document.put("scope", rotation.scope());
        document.put("phase", rotation.phase().label());
        document.put("actor", rotation.actor());
        document.put("forced", rotation.forced());
        document.put("note", rotation.note());
        document.put("created", rotation.createdAt());
        document.put("changed", rotation.changedAt());
        document.put("behind", behind().size());
        document.put("sites", sites.stream().map(this::document).toList());
        Map<String, Object> rehearsed = new LinkedHashMap<>();
        rehearsed.put("good", rehearsal.isGood());
        for (Outcome outcome : Outcome.values()) {
            rehearsed.put(outcome.label(), rehearsal.count(outcome));
        }
        rehearsed.put(
                "links", rehearsal.links().stream().map(RotationView::document).toList());
        document.put("rehearsal", rehearsed);
        return document;
    }

    private Map<String, Object> document(RotationSite site) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("peer", site.wwwroot());
        document.put("rotates", site.rotates());
        document.put("state", site.state().label());
        document.put("behind", site.isBehind(rotation.phase()));
        document.put("generation", site.generationFrom());
        document.put("next", site.generationTo());
        document.put("told", site.told());
        document.put("attempts", site.attempts());
        document.put("error", site.lastError());
        document.put("changed", site.changedAt());
        return document;
    }

    private static Map<String, Object> document(RehearsedLink link) {
        return Map.of(
                "from", link.from(),
                "to", link.to(),
                "outcome", link.outcome().label(),
                "detail", link.detail(),
                "millis", link.millis());
    }

    /** For people. */
    void print(PrintStream out) {
        out.println("Rotation " + rotation.number() + " (" + rotation.scope() + "): "
                + rotation.phase().label()
                + (rotation.forced() == null ? "" : ", forced: " + rotation.forced())
                + (rotation.note() == null ? "" : ". " + rotation.note()));
        Table table = new Table("STATE", "SITE", "GENERATION", "TOLD", "LAST ERROR");
        sites.forEach(site -> table.row(
                (site.rotates() ? site.state().label() : "is told").toLowerCase(Locale.ROOT)
                        + (site.isBehind(rotation.phase()) ? ", behind" : ""),
                site.wwwroot(),
                site.generationTo() > 0 ? site.generationFrom() + " -> " + site.generationTo() : site.generationFrom(),
                site.told() ? "yes" : "no",
                site.lastError() == null ? "" : site.lastError()));
        table.print(out, "Nobody.");
        if (!rehearsal.links().isEmpty()) {
            out.println("Rehearsal: " + rehearsal.count(Outcome.OK) + " ok, " + rehearsal.count(Outcome.FAILED)
                    + " failed, " + rehearsal.count(Outcome.UNREACHABLE) + " not reachable, "
                    + rehearsal.count(Outcome.LEGACY) + " legacy");
            rehearsal.links().stream()
                    .filter(link -> link.outcome() == Outcome.FAILED || link.outcome() == Outcome.UNREACHABLE)
                    .limit(50)
                    .forEach(link -> out.println("  " + link.from() + " -> " + link.to() + ": "
                            + link.outcome().label() + ", " + link.detail()));
        }
    }
}
