package network.constellation.protocol.directory;

import java.time.Instant;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.provider.CryptoEngine;

/** What header and suspension list have in common: made in a term, by a hub to which the root delegated that term. */
record Signed(String network, int term, Instant issued, Wwwroot hub) {

    static void verify(
            CryptoEngine engine,
            DirectoryAnchor anchor,
            Delegation delegation,
            Signed document,
            byte[] body,
            byte[] signature)
            throws DirectoryRefusedException {
        if (!document.network.equals(anchor.network())) {
            throw new DirectoryRefusedException(
                    Refusal.WRONG_NETWORK,
                    "It is of network " + document.network + ", not of " + anchor.network() + ".");
        }
        delegation.verify(engine, anchor);
        if (!engine.ed25519().verify(delegation.key(), body, signature)) {
            throw new DirectoryRefusedException(
                    Refusal.WRONG_SIGNER, "It is not signed by the directory key of " + delegation.hub() + ".");
        }
        boolean fits = delegation.term() == document.term
                && delegation.hub().equals(document.hub)
                && !document.issued.isBefore(delegation.issued())
                && document.issued.isBefore(delegation.notAfter());
        if (!fits) {
            throw new DirectoryRefusedException(
                    Refusal.STALE_DELEGATION,
                    "It was issued by " + document.hub + " in term " + document.term + " on " + document.issued
                            + "; the delegation is for " + delegation.hub() + " in term " + delegation.term()
                            + " until " + delegation.notAfter() + ".");
        }
    }
}
