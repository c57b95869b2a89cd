package network.constellation.peer.outbound;

import java.util.List;
import java.util.Optional;
import network.constellation.peer.addresses.AddressRange;

/**
 * Connections to other sites ({@code outbound.}).
 *
 * @param allowAddresses ranges beyond the public internet that every tenant may connect to
 * @param trustedCertificates a PEM file of certificate authorities beside the system's, for networks with their own
 */
public record OutboundConfig(List<String> allowAddresses, Optional<String> trustedCertificates) {
    public OutboundConfig {
        AddressRange.parseAll(allowAddresses);
    }

    static OutboundConfig defaults() {
        return new OutboundConfig(List.of(), Optional.empty());
    }
}
