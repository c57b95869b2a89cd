package network.constellation.peer.courses;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import network.constellation.peer.files.StoredContent;
import network.constellation.peer.jobs.JobContext;
import network.constellation.peer.jobs.JobFailure;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.peer.peers.Application;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.transfer.Transfers;
import network.constellation.protocol.method.courses.CourseMethods;
import network.constellation.protocol.method.transfer.TransferTicket;

/** The road between sites of our own kind: a ticket by a signed call, the bytes by ranged HTTP (section 4.6). */
@Singleton
final class TicketFetch implements PackageFetch {
    private final PeerClient client;
    private final Transfers transfers;

    @Inject
    TicketFetch(PeerClient client, Transfers transfers) {
        this.client = client;
        this.transfers = transfers;
    }

    @Override
    public boolean leadsTo(Peer holder, ShelfOrder order) {
        return holder.application() == Application.CONSTELLATION && order.road() != ShelfOrder.Road.ORIGINAL;
    }

    @Override
    public StoredContent fetch(JobContext context, Peer holder, ShelfOrder order) throws Exception {
        return transfers.fetch(context, holder, () -> {
            TransferTicket ticket = client.call(holder, CourseMethods.TICKET, order.id());
            if (!ticket.sha256().equals(order.course().sha256())) {
                throw new JobFailure(holder.wwwroot() + " offers another package than the one it announced.");
            }
            return ticket;
        });
    }
}
