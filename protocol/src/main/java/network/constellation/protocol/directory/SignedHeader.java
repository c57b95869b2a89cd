package network.constellation.protocol.directory;

import java.util.Arrays;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.FieldReader;
import network.constellation.keys.provider.FieldWriter;
import network.constellation.protocol.limits.DirectoryLimits;

/**
 * A header with the hub's signature and the delegation that makes it good. One that comes from
 * {@link DirectoryReader} is verified; it proves by itself which hub leads in which term.
 */
public final class SignedHeader {
    private static final String FORM = "constellation:signed-directory:1";

    private final DirectoryHeader header;
    private final Delegation delegation;
    private final byte[] encoded;

    private SignedHeader(DirectoryHeader header, Delegation delegation, byte[] encoded) {
        this.header = header;
        this.delegation = delegation;
        this.encoded = encoded;
    }

    static SignedHeader of(DirectoryHeader header, Delegation delegation, byte[] signature) {
        return new SignedHeader(
                header,
                delegation,
                new FieldWriter(FORM)
                        .add(delegation.encoded())
                        .add(header.body())
                        .add(signature)
                        .bytes());
    }

    /** Reads and verifies all that needs neither a clock nor what was seen before. */
    static SignedHeader open(CryptoEngine engine, DirectoryAnchor anchor, byte[] encoded)
            throws DirectoryRefusedException {
        try {
            FieldReader outer = new FieldReader(encoded, FORM);
            Delegation delegation = Delegation.decode(outer.bytes());
            byte[] body = outer.bytes();
            byte[] signature = outer.bytes();
            outer.end();
            DirectoryHeader header = DirectoryHeader.decode(body, DirectoryLimits.ENTRIES);
            if (header.life().compareTo(DirectoryLimits.LIFE) > 0) {
                throw DirectoryRefusedException.malformed(
                        "The directory claims to be good for longer than " + DirectoryLimits.LIFE.toDays() + " days.");
            }
            Signed.verify(
                    engine,
                    anchor,
                    delegation,
                    new Signed(header.network(), header.version().term(), header.issued(), header.hub()),
                    body,
                    signature);
            return new SignedHeader(header, delegation, encoded.clone());
        } catch (IllegalArgumentException malformed) {
            throw DirectoryRefusedException.malformed("The header", malformed);
        }
    }

    public DirectoryHeader header() {
        return header;
    }

    public Delegation delegation() {
        return delegation;
    }

    public byte[] encoded() {
        return encoded.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignedHeader that && Arrays.equals(encoded, that.encoded);
    }

    @Override
    public int hashCode() {
        return header.hashCode();
    }

    @Override
    public String toString() {
        return header.toString();
    }
}
