package network.constellation.peer.peers;

import java.util.List;
import network.constellation.peer.addresses.AddressRange;

/**
 * What an administrator, or the hub, settles about a peer beside its keys.
 *
 * @param name for people; at most 255 characters
 * @param allowed ranges beyond the public internet that may be connected to for this peer
 * @param allowHttp whether it may be called without TLS
 * @param network id of the network that both belong to, bound into modern messages; empty for a peer added by hand
 */
public record PeerTerms(
        String name,
        Application application,
        SuiteChoice choice,
        List<AddressRange> allowed,
        boolean allowHttp,
        String network) {
    /** Of a peer added by hand. */
    public PeerTerms(
            String name, Application application, SuiteChoice choice, List<AddressRange> allowed, boolean allowHttp) {
        this(name, application, choice, allowed, allowHttp, NO_NETWORK);
    }

    /** Of peers added by hand. */
    public static final String NO_NETWORK = "";

    private static final int LONGEST_NAME = 255;

    public PeerTerms {
        allowed = List.copyOf(allowed);
        if (name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("The name of a peer has at most " + LONGEST_NAME + " characters.");
        }
    }

    /** The same under the name that the other end gives itself, as far as it fits; under the present one where that is blank. */
    public PeerTerms called(String itself) {
        String given = itself.isBlank() ? name : itself.strip();
        String fitting = given.substring(0, Math.min(given.length(), LONGEST_NAME));
        return new PeerTerms(fitting, application, choice, allowed, allowHttp, network);
    }

    /** Moodle or our own software on the public internet, best suite. */
    public static PeerTerms of(String name, Application application) {
        return new PeerTerms(name, application, SuiteChoice.AUTO, List.of(), false, NO_NETWORK);
    }
}
