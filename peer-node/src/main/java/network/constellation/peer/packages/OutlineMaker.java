package network.constellation.peer.packages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Puts sections and activities into the order of the course. */
final class OutlineMaker {
    private final PackageManifest manifest;
    private final PackageParts parts;
    private final Map<String, List<PackageManifest.Activity>> bySection = new HashMap<>();

    OutlineMaker(PackageManifest manifest, PackageParts parts) {
        this.manifest = manifest;
        this.parts = parts;
        manifest.activities()
                .forEach(activity -> bySection
                        .computeIfAbsent(activity.section(), id -> new ArrayList<>())
                        .add(activity));
    }

    List<OpenedPackage.Section> sections() {
        List<OpenedPackage.Section> sections = new ArrayList<>();
        manifest.sections().stream()
                .sorted(Comparator.comparingInt(section -> Objects.requireNonNull(parts.section(section.directory()))
                        .number()))
                .forEach(section -> {
                    PackageParts.SectionPart part = Objects.requireNonNull(parts.section(section.directory()));
                    sections.add(new OpenedPackage.Section(
                            section.id(), part.name(), part.summary(), part.visible(), ordered(section.id(), part)));
                });
        return sections;
    }

    /** Those of a package that has no sections, and those whose section was left out. */
    List<OpenedPackage.Activity> loose() {
        List<String> known =
                manifest.sections().stream().map(PackageManifest.Section::id).toList();
        return manifest.activities().stream()
                .filter(activity -> !known.contains(activity.section()))
                .map(this::activity)
                .toList();
    }

    private List<OpenedPackage.Activity> ordered(String section, PackageParts.SectionPart part) {
        Map<String, PackageManifest.Activity> here = new LinkedHashMap<>();
        bySection.getOrDefault(section, List.of()).forEach(activity -> here.put(activity.moduleId(), activity));
        List<OpenedPackage.Activity> ordered = new ArrayList<>();
        for (String id : part.sequence()) {
            PackageManifest.Activity next = here.remove(id);
            if (next != null) {
                ordered.add(activity(next));
            }
        }
        here.values().forEach(rest -> ordered.add(activity(rest)));
        return ordered;
    }

    private OpenedPackage.Activity activity(PackageManifest.Activity listed) {
        PackageParts.ModulePart module = Objects.requireNonNull(parts.module(listed.directory()));
        PackageParts.ActivityPart own = Objects.requireNonNull(parts.activity(listed.directory()));
        return new OpenedPackage.Activity(
                listed.moduleId(),
                listed.module(),
                own.context(),
                own.name().isBlank() ? listed.title() : own.name(),
                own.intro(),
                own.content(),
                own.url(),
                module.visible(),
                module.completion(),
                module.completionView());
    }
}
