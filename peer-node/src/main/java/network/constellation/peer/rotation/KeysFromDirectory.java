package network.constellation.peer.rotation;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.peer.directory.DirectoryListener;
import network.constellation.peer.peers.KeyState;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.protocol.directory.Directory;
import network.constellation.protocol.directory.DirectoryRefusedException;
import network.constellation.protocol.directory.MemberEntry;
import network.constellation.protocol.directory.MemberKeys;
import network.constellation.protocol.method.rotation.RevokedKey;

/**
 * Brings what this site knows of the keys of its peers in line with the signed directory: next keys, revoked generations,
 * and the keys in use where they are later than ours. This is how a site catches up that was down during a rotation.
 */
@Singleton
final class KeysFromDirectory implements DirectoryListener {
    private final NetworkKeys keys;
    private final Peers peers;
    private final CryptoEngine crypto;

    @Inject
    KeysFromDirectory(NetworkKeys keys, Peers peers, CryptoEngine crypto) {
        this.keys = keys;
        this.peers = peers;
        this.crypto = crypto;
    }

    @Override
    public void directoryChanged(Directory directory) {
        for (Peer peer : peers.list()) {
            directory.member(peer.wwwroot()).ifPresent(entry -> follow(peer, entry));
        }
    }

    private void follow(Peer peer, MemberEntry entry) {
        int known = KeyState.generation(peer.identity());
        if (known == 0 || !keys.isOfTheNetwork(peer)) {
            return;
        }
        if (known <= entry.revokedThrough()) {
            keys.revoke(new RevokedKey(peer.wwwroot().value(), peer.fingerprint(), "directory"));
        }
        if (entry.generation() > known && entry.generation() > entry.revokedThrough()) {
            identity(entry.current(), entry).ifPresent(keys::replace);
        }
        entry.next()
                .filter(next -> next.generation() > entry.revokedThrough())
                .flatMap(next -> identity(next, entry))
                .ifPresent(keys::announcedByDirectory);
    }

    /** Keys that the hub should never have signed are left out; the rest of the directory is none the worse. */
    private Optional<PublicIdentity> identity(MemberKeys given, MemberEntry entry) {
        try {
            return Optional.of(given.identity(crypto, entry.wwwroot()));
        } catch (DirectoryRefusedException wrong) {
            return Optional.empty();
        }
    }
}
