package network.constellation.peer.roaming;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.peers.Peer;

/** The addresses that take a browser from site to site, letter by letter as the originals write them (mnet-wire.md 11.1). */
@Singleton
final class JumpLinks {
    /** Where our own links to other sites lead. */
    static final String JUMP_PATH = "/auth/mnet/jump.php";

    private final Wwwroot self;

    @Inject
    JumpLinks(Wwwroot self) {
        this.self = self;
    }

    /**
     * To the other site, with a token.
     *
     * @param back whether {@code wanted} is a page here, to which the browser returns after landing
     */
    String land(Peer peer, String token, String wanted, boolean back) {
        // The originals leave the address of the identity provider as it is.
        return peer.wwwroot().with(peer.application().landPath())
                + "?token=" + token
                + "&idp=" + self.value()
                + "&wantsurl=" + encode(wanted)
                + (back ? "&remoteurl=1" : "");
    }

    /** At this site: the link behind "go to". */
    static String jump(Wwwroot destination, String wanted) {
        return JUMP_PATH + "?hostwwwroot=" + encode(destination.value())
                + (wanted.isEmpty() ? "" : "&wantsurl=" + encode(wanted));
    }

    /** At somebody's home: from there to any site that it knows. */
    String jumpAtHome(Peer home, Wwwroot destination, String wanted) {
        return home.wwwroot().with(home.application().jumpPath())
                + switch (home.application()) {
                    case MAHARA -> "?wr=" + encode(destination.value()) + "&wantsurl=" + encode(wanted);
                    default -> "?hostwwwroot=" + encode(destination.value()) + "&wantsurl=" + encode(wanted);
                };
    }

    /** At somebody's home: back to this site, as the link on our sign-in page has it. */
    String jumpHere(Peer home, String wanted) {
        return jumpAtHome(home, self, wanted) + "&remoteurl=1";
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
