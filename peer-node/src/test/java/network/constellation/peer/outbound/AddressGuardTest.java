package network.constellation.peer.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.net.InetAddresses;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import network.constellation.peer.addresses.AddressRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("P-28")
class AddressGuardTest {
    private final AddressGuard guard = new AddressGuard(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.168.1.1",
                "198.18.0.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::10.0.0.1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::1",
                "3fff::1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void refusesWhatIsNotThePublicInternet(String address) {
        assertThat(guard.permits(InetAddresses.forString(address), ConnectPolicy.strict()))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "192.0.3.1", "2606:4700::1111", "64:ff9b::8.8.8.8"})
    void permitsThePublicInternet(String address) {
        assertThat(guard.permits(InetAddresses.forString(address), ConnectPolicy.strict()))
                .isTrue();
    }

    @Test
    void opensOnlyTheRangesAllowedForThePeer() {
        ConnectPolicy policy = new ConnectPolicy(List.of(AddressRange.parse("10.0.0.0/8")), false);
        assertThat(guard.permits(address("10.9.9.9"), policy)).isTrue();
        assertThat(guard.permits(address("::ffff:10.9.9.9"), policy)).isTrue();
        assertThat(guard.permits(address("192.168.0.1"), policy)).isFalse();
        assertThat(new AddressGuard(List.of(AddressRange.parse("192.168.0.0/16")))
                        .permits(address("192.168.0.1"), ConnectPolicy.strict()))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "224.0.0.1", "255.255.255.255", "::", "ff02::1"})
    void noPermissionOpensWhatNamesNoSingleHost(String address) {
        ConnectPolicy everything =
                new ConnectPolicy(List.of(AddressRange.parse("0.0.0.0/0"), AddressRange.parse("::/0")), true);
        assertThat(guard.permits(address(address), everything)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://peer.example.org/",
                "ftp://peer.example.org/",
                "file:///etc/passwd",
                "https://user@peer.example.org/",
                "https://trusted.example.org:pass@evil.example.org/",
                "https:///path"
            })
    void refusesOtherUrls(String url) {
        assertThatThrownBy(() -> guard.checkUrl(URI.create(url), ConnectPolicy.strict()))
                .isInstanceOf(ForbiddenAddressException.class);
    }

    @Test
    void allowsHttpOnlyWhereThePeerMay() throws Exception {
        guard.checkUrl(URI.create("http://peer.example.org/x"), new ConnectPolicy(List.of(), true));
        guard.checkUrl(URI.create("https://peer.example.org/x"), ConnectPolicy.strict());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10.0.0.0/", "10.0.0.0/33", "10.0.0/8", "example.org", "10.0.0.0/-1", "::1/129"})
    void refusesBlocksThatAreNone(String text) {
        assertThatThrownBy(() -> AddressRange.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private static InetAddress address(String text) {
        return InetAddresses.forString(text);
    }
}
