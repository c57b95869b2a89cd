package network.constellation.peer.connectivity;

import network.constellation.peer.web.text.Message;
import network.constellation.protocol.method.connectivity.LinkCheck;
import network.constellation.protocol.method.connectivity.Part;
import network.constellation.protocol.method.connectivity.PartResult;

/** What was found of links, in words of both languages. */
public final class Findings {
    private Findings() {}

    /** The name of a part. */
    public static Message name(Part part) {
        return Message.of(Findings.class, "part." + part.label());
    }

    /** Two or three words for a cell: what is wrong, or that all is well. */
    public static Message word(LinkCheck link) {
        return link.worst().map(Findings::word).orElseGet(() -> Message.of(Findings.class, "word.well"));
    }

    public static Message word(PartResult part) {
        return Message.of(Findings.class, "word." + part.key());
    }

    /** What a former or later state was: {@code well} or the key of a finding. */
    public static Message word(String key) {
        return Message.of(Findings.class, "word." + key);
    }

    /** The finding as a sentence. */
    public static Message sentence(PartResult part) {
        return Message.of(Findings.class, "say." + part.key(), part.detail());
    }

    /** What to do about trouble. */
    public static Message remedy(PartResult part) {
        return Message.of(Findings.class, "do." + part.key(), part.detail());
    }
}
