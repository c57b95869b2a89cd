package network.constellation.protocol.method.connectivity;

import java.util.List;

/**
 * What a site tells a peer that asks whether all is well. Its time is in the signed answer already.
 *
 * @param version of its software
 * @param fingerprint of the keys that it uses, 64 hex digits
 * @param generation of these keys; 0: it has none of the modern suite
 * @param yourFingerprint of the caller's keys as it knows them
 * @param directory the newest version of the network's directory that it holds, {@code term.sequence}; empty: none
 * @param publish services that it publishes to the caller
 * @param subscribe services to which it subscribes at the caller
 */
public record Ping(
        String version,
        String fingerprint,
        long generation,
        String yourFingerprint,
        String directory,
        List<String> publish,
        List<String> subscribe) {
    public Ping {
        publish = List.copyOf(publish);
        subscribe = List.copyOf(subscribe);
    }
}
