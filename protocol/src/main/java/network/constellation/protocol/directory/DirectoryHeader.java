package network.constellation.protocol.directory;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.provider.Digests;
import network.constellation.keys.provider.FieldReader;
import network.constellation.keys.provider.FieldWriter;
import network.constellation.keys.provider.SignaturePrefix;

/**
 * What the hub signs of a directory: its version, its life, and one hash that stands for all entries. The same version
 * may be signed again later, to keep it young; the entries are then the same.
 *
 * @param network id, 32 hex digits
 * @param issued seconds precision
 * @param expires from then on nobody may go by it
 * @param hub that leads the network in this term
 * @param entries how many there are
 * @param rootHash SHA-256 over the sorted hashes of the entries
 */
public record DirectoryHeader(
        String network,
        DirectoryVersion version,
        Instant issued,
        Instant expires,
        Wwwroot hub,
        int entries,
        byte[] rootHash) {
    static final int HASH_BYTES = 32;

    public DirectoryHeader {
        rootHash = rootHash.clone();
        issued = Instant.ofEpochSecond(issued.getEpochSecond());
        expires = Instant.ofEpochSecond(expires.getEpochSecond());
        if (rootHash.length != HASH_BYTES) {
            throw new IllegalArgumentException("A root hash has " + HASH_BYTES + " bytes.");
        }
        if (!expires.isAfter(issued)) {
            throw new IllegalArgumentException("A directory expires after it was issued.");
        }
    }

    @Override
    public byte[] rootHash() {
        return rootHash.clone();
    }

    /** How long it is good in all. */
    public Duration life() {
        return Duration.between(issued, expires);
    }

    public boolean isExpired(Instant now) {
        return !now.isBefore(expires);
    }

    /** Whether it stands for the same entries, under the same hub. */
    public boolean sameContent(DirectoryHeader other) {
        return Digests.equal(rootHash, other.rootHash) && hub.equals(other.hub);
    }

    byte[] body() {
        return new FieldWriter(SignaturePrefix.DIRECTORY.text())
                .add(network)
                .add(version.term())
                .add(version.sequence())
                .add(issued)
                .add(expires)
                .add(hub.value())
                .add(entries)
                .add(rootHash)
                .bytes();
    }

    /** @throws IllegalArgumentException when it is not the one canonical form */
    static DirectoryHeader decode(byte[] body, int maxEntries) {
        FieldReader in = new FieldReader(body, SignaturePrefix.DIRECTORY.text());
        DirectoryHeader header = new DirectoryHeader(
                in.text(),
                new DirectoryVersion(in.number(Integer.MAX_VALUE), in.number()),
                in.instant(),
                in.instant(),
                Wwwroot.of(in.text()),
                in.number(maxEntries),
                in.bytes());
        in.end();
        return header;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DirectoryHeader that && Arrays.equals(body(), that.body());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(rootHash);
    }

    @Override
    public String toString() {
        return "DirectoryHeader[" + version + ", issued " + issued + ", until " + expires + ", by " + hub + "]";
    }
}
