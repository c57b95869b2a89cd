package network.constellation.peer.outbound;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import network.constellation.peer.addresses.AddressRange;
import network.constellation.peer.addresses.SpecialAddresses;

/**
 * The one judge of outbound connections (reliability-anchors.md P-28): which URL may be asked, and which address may be
 * connected to. The address is judged where it is resolved and again on the socket that is being opened, so a name that
 * changes its address in between gains nothing. Immutable and safe to share.
 */
public final class AddressGuard {
    private final List<AddressRange> configured;

    /** @param configured ranges that the configuration allows for every peer */
    public AddressGuard(List<AddressRange> configured) {
        this.configured = List.copyOf(configured);
    }

    /** Scheme, host and form of the URL; says nothing about addresses yet. */
    public void checkUrl(URI url, ConnectPolicy policy) throws ForbiddenAddressException {
        String scheme = url.getScheme();
        if (url.getHost() == null || url.getHost().isEmpty()) {
            throw new ForbiddenAddressException("the address " + url + " names no host");
        }
        if (url.getRawUserInfo() != null) {
            throw new ForbiddenAddressException("the address of " + url.getHost() + " carries a user name");
        }
        if ("http".equals(scheme)) {
            if (!policy.plainHttp()) {
                throw new ForbiddenAddressException(
                        url.getHost() + " would be called without TLS; allow it for this peer with --allow-http");
            }
        } else if (!"https".equals(scheme)) {
            throw new ForbiddenAddressException("only http and https are called, not " + scheme);
        }
    }

    /** Whether a socket to this address may be opened. */
    public boolean permits(InetAddress address, ConnectPolicy policy) {
        if (SpecialAddresses.isNobody(address)) {
            return false;
        }
        return SpecialAddresses.isPublic(address)
                || AddressRange.anyContains(configured, address)
                || AddressRange.anyContains(policy.allowed(), address);
    }

    public void checkAddress(InetAddress address, ConnectPolicy policy) throws ForbiddenAddressException {
        if (!permits(address, policy)) {
            throw new ForbiddenAddressException("the address " + address.getHostAddress()
                    + " is not on the public internet; allow it for this peer with --allow-address");
        }
    }
}
