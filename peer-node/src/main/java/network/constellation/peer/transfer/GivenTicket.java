package network.constellation.peer.transfer;

import java.time.Instant;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.files.ContentHash;

/** A ticket as its giver remembers it: who may fetch what, until when. */
record GivenTicket(String id, byte[] secret, ContentHash content, Wwwroot receiver, Instant expires) {
    @Override
    public String toString() {
        return "GivenTicket " + id + " for " + receiver;
    }
}
