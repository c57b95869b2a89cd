package network.constellation.peer.addresses;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Which addresses are not on the public internet: loopback, private, link-local, shared, documentation, benchmarking,
 * multicast, reserved, and the forms of IPv6 that carry an IPv4 address (IANA special-purpose registries).
 */
public final class SpecialAddresses {
    private static final List<AddressRange> IPV4 = AddressRange.parseAll(List.of(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4"));
    private static final AddressRange IPV6_PUBLIC = AddressRange.parse("2000::/3");
    private static final List<AddressRange> IPV6_WITHIN = AddressRange.parseAll(List.of(
            // protocol assignments, among them Teredo and ORCHID
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"));
    /** NAT64: reaches whatever IPv4 address its last four bytes name. */
    private static final AddressRange NAT64 = AddressRange.parse("64:ff9b::/96");

    private SpecialAddresses() {}

    /** Whether strangers on the internet could be reached there. */
    public static boolean isPublic(InetAddress address) {
        if (address instanceof Inet4Address) {
            return !AddressRange.anyContains(IPV4, address);
        }
        if (NAT64.contains(address)) {
            return isPublic(lastFour(address));
        }
        return IPV6_PUBLIC.contains(address) && !AddressRange.anyContains(IPV6_WITHIN, address);
    }

    /** Addresses that no permission opens: they name no single host. */
    public static boolean isNobody(InetAddress address) {
        return address.isAnyLocalAddress()
                || address.isMulticastAddress()
                || (address instanceof Inet4Address && (address.getAddress()[0] & 0xf0) == 0xf0);
    }

    private static InetAddress lastFour(InetAddress address) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(address.getAddress(), 12, 16));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
