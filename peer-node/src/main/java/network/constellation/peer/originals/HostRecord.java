package network.constellation.peer.originals;

import java.time.Instant;
import java.util.Map;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.certificate.CertificateRefusedException;
import network.constellation.keys.certificate.SiteCertificate;
import network.constellation.peer.commands.CommandRefused;
import network.constellation.peer.peers.Application;
import network.constellation.protocol.call.Value;

/** A host as an original's table {@code mnet_host} has it (network-admin.md 3.2); what we have no use for is left out. */
record HostRecord(Wwwroot wwwroot, String name, SiteCertificate certificate, Application application) {
    private static final String ALL_HOSTS = "all hosts";
    private static final String MAHARA_ID = "2";
    private static final int LONGEST = 255;

    /** The address that it says it is of, unchecked; for the record and for grants that are limited. */
    static String address(Value record) {
        String text = record instanceof Value.Struct struct ? text(struct.members(), "wwwroot") : "";
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    /**
     * @throws CommandRefused 520 for the record of all hosts, of this site, one flagged deleted, and for keys that are
     *     unreadable, of another address, or past
     */
    static HostRecord read(Value value, Wwwroot self, Instant now) {
        if (!(value instanceof Value.Struct struct)) {
            throw refused("host-record", "The host record is no struct.");
        }
        Map<String, Value> members = struct.members();
        String root = text(members, "wwwroot");
        String name = text(members, "name").strip();
        if (root.isEmpty() || name.equalsIgnoreCase(ALL_HOSTS)) {
            throw refused("all-hosts", "The record of all hosts is not bound; name one site.");
        }
        Wwwroot wwwroot = wwwroot(root);
        if (wwwroot.equals(self)) {
            throw refused("own-root", "This site is not bound to itself.");
        }
        if (Flags.on(members.get("deleted"))) {
            throw refused("deleted", "A host that is flagged deleted is not bound; unbind_peer ends a binding.");
        }
        SiteCertificate certificate = certificate(wwwroot, text(members, "public_key"));
        if (!now.isBefore(certificate.notAfter()) || isPast(members.get("public_key_expires"), now)) {
            throw refused("expired-key", "The key of " + wwwroot + " has ended.");
        }
        return new HostRecord(
                wwwroot,
                name.length() > LONGEST ? name.substring(0, LONGEST) : name,
                certificate,
                text(members, "applicationid").equals(MAHARA_ID) ? Application.MAHARA : Application.MOODLE);
    }

    private static Wwwroot wwwroot(String root) {
        try {
            return Wwwroot.of(root);
        } catch (IllegalArgumentException noAddress) {
            throw refused("wwwroot", "The record has no address of a site: " + noAddress.getMessage());
        }
    }

    private static SiteCertificate certificate(Wwwroot wwwroot, String pem) {
        try {
            SiteCertificate certificate = SiteCertificate.parse(pem);
            certificate.checkBelongsTo(wwwroot);
            return certificate;
        } catch (CertificateRefusedException unfit) {
            throw refused("malformed-key", "The key of " + wwwroot + " is refused: " + unfit.sentence());
        }
    }

    /** What is no number at all is the originals' empty column. */
    private static boolean isPast(@org.jspecify.annotations.Nullable Value expires, Instant now) {
        String text = expires == null ? "" : Flags.text(expires);
        return text.matches("[1-9][0-9]{0,11}") && Long.parseLong(text) <= now.getEpochSecond();
    }

    private static String text(Map<String, Value> members, String name) {
        Value value = members.get(name);
        return value == null ? "" : Flags.text(value);
    }

    static CommandRefused refused(String reason, String sentence) {
        return new CommandRefused(CommandRefused.RECORD, reason, sentence);
    }
}
