package network.constellation.protocol.directory;

import java.time.Instant;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.Ed25519PrivateKey;

/** The hand of a hub: signs what the root let it sign, in its term. Whether it may at this moment, its owner decides. */
public final class DirectorySigner {
    private final CryptoEngine engine;
    private final Ed25519PrivateKey key;
    private final Delegation delegation;

    /** @throws IllegalArgumentException when the delegation is for another key */
    public DirectorySigner(CryptoEngine engine, Ed25519PrivateKey key, Delegation delegation) {
        if (!delegation.key().equals(key.publicKey())) {
            throw new IllegalArgumentException("The delegation is for another key than this hub's.");
        }
        this.engine = engine;
        this.key = key;
        this.delegation = delegation;
    }

    public Delegation delegation() {
        return delegation;
    }

    /**
     * @param sequence within the term of the delegation
     * @throws DirectoryRefusedException when an entry is not what it should be
     */
    public Directory directory(long sequence, Instant issued, Instant expires, Collection<Entry> entries)
            throws DirectoryRefusedException {
        TreeMap<String, Entry> sorted = new TreeMap<>();
        entries.forEach(entry -> sorted.put(entry.id(), entry));
        DirectoryHeader header = new DirectoryHeader(
                delegation.network(),
                new DirectoryVersion(delegation.term(), sequence),
                issued,
                expires,
                delegation.hub(),
                sorted.size(),
                RootHash.of(sorted.values()));
        SignedHeader signed =
                SignedHeader.of(header, delegation, engine.ed25519().sign(key, header.body()));
        return Directory.of(signed, sorted);
    }

    /** @param sequence higher than that of every list before, of whatever term */
    public SuspensionList suspensions(
            long sequence, Instant issued, Instant expires, SortedMap<Wwwroot, SuspensionList.Suspended> suspended) {
        return SuspensionList.sign(engine, key, delegation, sequence, issued, expires, suspended);
    }
}
