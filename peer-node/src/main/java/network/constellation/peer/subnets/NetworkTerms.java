package network.constellation.peer.subnets;

import java.util.List;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.peers.Application;
import network.constellation.peer.peers.PeerTerms;
import network.constellation.peer.peers.SuiteChoice;

/**
 * On which terms a site that the hub vouches for becomes a peer. Addresses beyond the public internet stay closed unless
 * this site's own configuration opens them: the hub's word does not reach that far.
 */
public final class NetworkTerms {
    private NetworkTerms() {}

    /** What an administrator settled, in another network or in none. */
    static PeerTerms in(PeerTerms terms, String network) {
        return new PeerTerms(
                terms.name(), terms.application(), terms.choice(), terms.allowed(), terms.allowHttp(), network);
    }

    /**
     * @param name for people; the host name where blank
     * @param network id of the network
     */
    public static PeerTerms forSite(Wwwroot wwwroot, String name, Application application, String network) {
        return new PeerTerms(
                name.isBlank() ? wwwroot.host() : name, application, SuiteChoice.AUTO, List.of(), false, network);
    }
}
