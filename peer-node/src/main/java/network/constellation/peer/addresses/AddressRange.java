package network.constellation.peer.addresses;

import com.google.common.net.InetAddresses;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * A block of IPv4 or IPv6 addresses such as {@code 10.0.0.0/8}; a bare address is a block of one.
 *
 * <p>IPv4 addresses mapped into IPv6 ({@code ::ffff:10.0.0.1}) are the IPv4 address itself, on both sides of a match.
 */
public record AddressRange(InetAddress network, int prefix) {

    public AddressRange {
        int bits = network.getAddress().length * 8;
        if (prefix < 0 || prefix > bits) {
            throw new IllegalArgumentException("The prefix length of " + network.getHostAddress() + "/" + prefix
                    + " must be between 0 and " + bits + ".");
        }
        network = masked(network, prefix);
    }

    /** @throws IllegalArgumentException with one sentence when {@code text} is not an address or a CIDR block */
    public static AddressRange parse(String text) {
        String trimmed = text.strip().toLowerCase(Locale.ROOT);
        int slash = trimmed.indexOf('/');
        String address = slash < 0 ? trimmed : trimmed.substring(0, slash);
        if (!InetAddresses.isInetAddress(address)) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is not an address block; write it like 10.0.0.0/8 or 127.0.0.1.");
        }
        InetAddress network = InetAddresses.forString(address);
        int bits = network.getAddress().length * 8;
        if (slash < 0) {
            return new AddressRange(network, bits);
        }
        String length = trimmed.substring(slash + 1);
        if (!length.matches("[0-9]{1,3}")) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is not an address block; write it like 10.0.0.0/8 or 127.0.0.1.");
        }
        return new AddressRange(network, Integer.parseInt(length));
    }

    public static List<AddressRange> parseAll(Collection<String> texts) {
        return texts.stream().map(AddressRange::parse).toList();
    }

    public boolean contains(InetAddress address) {
        byte[] mine = network.getAddress();
        byte[] theirs = address.getAddress();
        return mine.length == theirs.length && Arrays.equals(mine, mask(theirs, prefix));
    }

    public static boolean anyContains(Collection<AddressRange> ranges, InetAddress address) {
        for (AddressRange range : ranges) {
            if (range.contains(address)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return InetAddresses.toAddrString(network) + "/" + prefix;
    }

    private static InetAddress masked(InetAddress address, int prefix) {
        try {
            return InetAddress.getByAddress(mask(address.getAddress(), prefix));
        } catch (java.net.UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] mask(byte[] address, int prefix) {
        byte[] masked = address.clone();
        for (int index = 0; index < masked.length; index++) {
            int keep = Math.max(0, Math.min(8, prefix - index * 8));
            masked[index] &= (byte) (0xff << (8 - keep));
        }
        return masked;
    }
}
