package network.constellation.peer.courses;

import network.constellation.peer.files.StoredContent;
import network.constellation.peer.jobs.JobContext;
import network.constellation.peer.jobs.JobFailure;
import network.constellation.peer.peers.Peer;

/** A road by which the package of an order comes from its holder into this site's content store. */
public interface PackageFetch {

    /** Whether this road leads to the holder. */
    boolean leadsTo(Peer holder, ShelfOrder order);

    /**
     * Fetches the whole package, in constant memory; where the order says its hash, nothing else is stored.
     *
     * @throws JobFailure when another attempt cannot help
     * @throws Exception for anything else: the next attempt may succeed
     */
    StoredContent fetch(JobContext context, Peer holder, ShelfOrder order) throws Exception;
}
