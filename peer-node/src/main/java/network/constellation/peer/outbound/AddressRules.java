package network.constellation.peer.outbound;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.peer.peers.PeerTerms;
import network.constellation.peer.peers.PeersException;
import network.constellation.peer.peers.SuiteChoice;

/** Says before a site is added what {@link AddressGuard} would say at the first call. */
@Singleton
public final class AddressRules {
    private final AddressGuard guard;
    private final HostNames names;
    private final Wire wire;

    @Inject
    AddressRules(AddressGuard guard, HostNames names, Wire wire) {
        this.guard = guard;
        this.names = names;
        this.wire = wire;
    }

    /** @throws PeersException when the site could not be called under these terms; an unknown host name is no hindrance */
    public void requireCallable(PublicIdentity site, PeerTerms terms) {
        boolean legacy = site.modern().isEmpty() || terms.choice() == SuiteChoice.LEGACY;
        ConnectPolicy policy = wire.policy(terms, !legacy);
        if (!site.wwwroot().isTls() && !policy.plainHttp()) {
            throw new PeersException(site.wwwroot()
                    + " would be called without TLS in the legacy suite, where everybody on the way could listen; "
                    + "if this is a test network, add it with --allow-http.");
        }
        List<InetAddress> addresses;
        try {
            addresses = names.resolve(site.wwwroot().host());
        } catch (UnknownHostException unknown) {
            return;
        }
        if (addresses.stream().noneMatch(address -> guard.permits(address, policy))) {
            throw new PeersException("The address " + addresses.get(0).getHostAddress() + " of " + site.wwwroot()
                    + " is not on the public internet; allow it with --allow-address or net.allow-addresses.");
        }
    }
}
