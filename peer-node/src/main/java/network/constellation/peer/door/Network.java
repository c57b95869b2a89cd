package network.constellation.peer.door;

import com.google.common.net.InetAddresses;
import java.net.InetAddress;

/** A range of addresses, written as {@code 10.0.0.0/8}, {@code fd00::/8} or one address. */
record Network(byte[] prefix, int bits) {

    static Network parse(String text) {
        int slash = text.indexOf('/');
        try {
            byte[] prefix = InetAddresses.forString(slash < 0 ? text : text.substring(0, slash))
                    .getAddress();
            int bits = slash < 0 ? prefix.length * 8 : Integer.parseInt(text.substring(slash + 1));
            if (bits >= 0 && bits <= prefix.length * 8) {
                return new Network(prefix, bits);
            }
        } catch (IllegalArgumentException notAnAddress) {
            // Falls to the sentence below.
        }
        throw new IllegalArgumentException(
                "\"" + text + "\" is no address or network; write 192.0.2.7, 10.0.0.0/8 or fd00::/8.");
    }

    boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length != prefix.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % 8;
            if ((bytes[bit / 8] & mask) != (prefix[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
