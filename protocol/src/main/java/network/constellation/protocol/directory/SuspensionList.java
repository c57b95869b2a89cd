package network.constellation.protocol.directory;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.Ed25519PrivateKey;
import network.constellation.keys.provider.FieldReader;
import network.constellation.keys.provider.FieldWriter;
import network.constellation.keys.provider.MalformedFieldsException;
import network.constellation.keys.provider.SignaturePrefix;
import network.constellation.protocol.limits.DirectoryLimits;

/**
 * Who is cut off at this minute, signed by the hub each minute and passed on between members (protocol-security.md 3,
 * suspension). A value of this type is verified.
 *
 * @param delegation of the hub that signed it
 * @param sequence grows whenever somebody is added or taken off, across terms too; travels in every modern message
 * @param issued seconds precision; how old the list is counts from here
 * @param expires from then on it is not taken any more; who is on it stays cut off
 * @param encoded as it is passed on
 */
public record SuspensionList(
        String network,
        Delegation delegation,
        long sequence,
        Instant issued,
        Instant expires,
        SortedMap<Wwwroot, Suspended> suspended,
        byte[] encoded) {

    private static final String FORM = "constellation:signed-suspension-list:1";

    /** @param reason in the administrator's words; may be empty */
    public record Suspended(Instant since, String reason) {
        public Suspended {
            since = Instant.ofEpochSecond(since.getEpochSecond());
        }
    }

    public SuspensionList {
        suspended = Collections.unmodifiableSortedMap(new TreeMap<>(suspended));
        encoded = encoded.clone();
    }

    @Override
    public byte[] encoded() {
        return encoded.clone();
    }

    public int term() {
        return delegation.term();
    }

    public DirectoryVersion version() {
        return new DirectoryVersion(term(), sequence);
    }

    public Optional<Suspended> find(Wwwroot wwwroot) {
        return Optional.ofNullable(suspended.get(wwwroot));
    }

    public Duration age(Instant now) {
        return Duration.between(issued, now);
    }

    /** Whether it tells more than another: a later version, or the same one signed later. */
    public boolean isNewerThan(SuspensionList other) {
        int order = version().compareTo(other.version());
        return order > 0 || (order == 0 && issued.isAfter(other.issued));
    }

    static SuspensionList sign(
            CryptoEngine engine,
            Ed25519PrivateKey key,
            Delegation delegation,
            long sequence,
            Instant issued,
            Instant expires,
            SortedMap<Wwwroot, Suspended> suspended) {
        byte[] body = body(delegation, sequence, issued, expires, suspended);
        return decoded(
                new FieldWriter(FORM)
                        .add(delegation.encoded())
                        .add(body)
                        .add(engine.ed25519().sign(key, body))
                        .bytes(),
                delegation,
                body);
    }

    /** Reads and verifies all that needs neither a clock nor what was seen before. */
    static SuspensionList open(CryptoEngine engine, DirectoryAnchor anchor, byte[] encoded)
            throws DirectoryRefusedException {
        if (encoded.length > DirectoryLimits.SUSPENSION_BYTES) {
            throw new DirectoryRefusedException(
                    Refusal.OVERSIZE, "The suspension list has " + encoded.length + " bytes.");
        }
        try {
            FieldReader outer = new FieldReader(encoded, FORM);
            Delegation delegation = Delegation.decode(outer.bytes());
            byte[] body = outer.bytes();
            byte[] signature = outer.bytes();
            outer.end();
            FieldReader in = new FieldReader(body, SignaturePrefix.SUSPENSION_LIST.text());
            Signed document = new Signed(in.text(), in.number(Integer.MAX_VALUE), in.instant(), delegation.hub());
            Signed.verify(engine, anchor, delegation, document, body, signature);
            return decoded(encoded, delegation, body);
        } catch (IllegalArgumentException malformed) {
            throw DirectoryRefusedException.malformed("The suspension list", malformed);
        }
    }

    private static SuspensionList decoded(byte[] encoded, Delegation delegation, byte[] body) {
        FieldReader in = new FieldReader(body, SignaturePrefix.SUSPENSION_LIST.text());
        String network = in.text();
        in.number(Integer.MAX_VALUE);
        Instant issued = in.instant();
        Instant expires = in.instant();
        long sequence = in.number();
        TreeMap<Wwwroot, Suspended> suspended = new TreeMap<>();
        for (int left = in.number(DirectoryLimits.ENTRIES); left > 0; left--) {
            Wwwroot wwwroot = Wwwroot.of(in.text());
            if (!suspended.isEmpty() && suspended.lastKey().compareTo(wwwroot) >= 0) {
                throw new MalformedFieldsException("has sites that are not in their order");
            }
            suspended.put(wwwroot, new Suspended(in.instant(), Fields.text(in)));
        }
        in.end();
        if (sequence < 0
                || !expires.isAfter(issued)
                || Duration.between(issued, expires).compareTo(DirectoryLimits.LIFE) > 0) {
            throw new MalformedFieldsException("has a sequence or times that cannot be");
        }
        return new SuspensionList(network, delegation, sequence, issued, expires, suspended, encoded);
    }

    private static byte[] body(
            Delegation delegation,
            long sequence,
            Instant issued,
            Instant expires,
            SortedMap<Wwwroot, Suspended> suspended) {
        FieldWriter out = new FieldWriter(SignaturePrefix.SUSPENSION_LIST.text())
                .add(delegation.network())
                .add(delegation.term())
                .add(issued)
                .add(expires)
                .add(sequence)
                .add(suspended.size());
        suspended.forEach(
                (wwwroot, each) -> out.add(wwwroot.value()).add(each.since()).add(each.reason()));
        return out.bytes();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SuspensionList that && Arrays.equals(encoded, that.encoded);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encoded);
    }

    @Override
    public String toString() {
        return "SuspensionList[" + version() + ", issued " + issued + ", " + suspended.size() + " suspended]";
    }
}
