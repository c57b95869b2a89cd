package network.constellation.peer.packages;

import java.util.ArrayList;
import java.util.List;
import network.constellation.peer.web.text.Message;

/** Which packages may be offered to other sites (section 4.2 and 4.4.10, 4.4.11). */
public final class PublishingRules {
    private PublishingRules() {}

    /** Why it may not be published; empty when it may. */
    public static List<Message> reasonsAgainst(PackageInventory inventory) {
        List<Message> reasons = new ArrayList<>();
        PackageManifest manifest = inventory.manifest();
        if (!manifest.type().equals("course")) {
            reasons.add(reason("type", PackageRefusedException.shown(manifest.type())));
        }
        if (!manifest.format().equals("moodle2")) {
            reasons.add(reason("format", PackageRefusedException.shown(manifest.format())));
        }
        boolean asked = manifest.rootSettings().getOrDefault("users", "0").equals("1");
        long persons = inventory.counts().userRecords();
        if (asked || persons > 0) {
            reasons.add(reason("users", persons));
        }
        if (manifest.remoteUsers()) {
            reasons.add(reason("remote-users"));
        }
        inventory.findings().stream()
                .filter(finding -> finding.kind() == PackageFinding.Kind.PERSONAL)
                .filter(finding -> !finding.code().equals("users"))
                .forEach(finding -> reasons.add(finding.sentence()));
        if (manifest.includeFiles().equals("0") || inventory.counts().blobsMissing() > 0) {
            reasons.add(reason("files"));
        }
        return reasons;
    }

    /** What to tell whoever publishes it. */
    public static List<Message> warnings(PackageInventory inventory) {
        return inventory.findings().stream()
                .filter(finding -> finding.kind() != PackageFinding.Kind.PERSONAL)
                .map(PackageFinding::sentence)
                .toList();
    }

    private static Message reason(String code, Object... arguments) {
        return Message.of(PublishingRules.class, "publish." + code, arguments);
    }
}
