package network.constellation.testnetwork.courses;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import network.constellation.peer.courses.CourseVersion;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.peer.peers.Peers;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.method.status.StatusAnswer;
import network.constellation.protocol.method.status.StatusCodecs;
import network.constellation.testnetwork.TestSite;

/** The originals' calls, raw. */
final class Originals {
    static final String PREFIX = "blocks/publishflow/rpclib.php/";

    private Originals() {}

    static Value raw(TestSite from, TestSite to, String method, Value... arguments) {
        return from.get(PeerClient.class)
                .rawCall(from.get(Peers.class).require(to.wwwroot()), method, List.of(arguments));
    }

    static StatusAnswer call(TestSite from, TestSite to, String function, Value... arguments) {
        return StatusCodecs.answer().decode(raw(from, to, PREFIX + function, arguments));
    }

    static Value caller(String username, TestSite home, TestSite site) {
        return struct(
                "username",
                username,
                "remoteuserhostroot",
                home.wwwroot().value(),
                "remotehostroot",
                site.wwwroot().value());
    }

    static Value struct(String... members) {
        Map<String, Value> struct = new LinkedHashMap<>();
        for (int i = 0; i < members.length; i += 2) {
            struct.put(members[i], Value.of(members[i + 1]));
        }
        return new Value.Struct(struct);
    }

    static String record(CourseVersion version) {
        return StatusCodecs.text(new Value.Struct(Map.of(
                "id", Value.of(1_000_000_000L + version.id()),
                "idnumber", Value.of(version.uid()),
                "fullname", Value.of(version.sheet().title()),
                "shortname", Value.of(version.sheet().shortname()))));
    }
}
