package network.constellation.peer.transfer;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import network.constellation.peer.jobs.JobContext;
import network.constellation.peer.jobs.JobFailure;
import network.constellation.peer.outbound.HttpAnswer;
import network.constellation.peer.outbound.PeerFiles;
import network.constellation.peer.outbound.UnreachableException;
import network.constellation.peer.peers.Peer;
import network.constellation.protocol.method.transfer.ContentRequest;
import network.constellation.protocol.method.transfer.TransferTicket;

/** One attempt to bring all missing pieces. A line that breaks is tried again at once as long as it brings pieces. */
final class Pull {
    private static final int PARTIAL = 206;
    private static final int FORBIDDEN = 403;
    private static final int GONE = 404;

    private final JobContext context;
    private final PeerFiles files;
    private final Peer holder;
    private final TicketSource source;
    private final PartialContent content;
    private TransferTicket ticket;

    Pull(
            JobContext context,
            PeerFiles files,
            Peer holder,
            TicketSource source,
            TransferTicket ticket,
            PartialContent content) {
        this.context = context;
        this.files = files;
        this.holder = holder;
        this.source = source;
        this.ticket = ticket;
        this.content = content;
    }

    void run() throws Exception {
        int since = -1;
        int piece = content.missing(0);
        while (piece < ticket.count()) {
            context.checkCancelled();
            tell();
            try {
                bring(piece);
                piece = content.missing(piece + 1);
            } catch (UnreachableException broken) {
                if (content.present() == since) {
                    throw broken;
                }
                since = content.present();
            }
        }
        tell();
    }

    private void bring(int piece) throws Exception {
        boolean damaged = false;
        boolean renewed = false;
        while (true) {
            HttpAnswer answer = ask(piece);
            switch (answer.status()) {
                case PARTIAL -> {
                    if (content.take(piece, answer.body())) {
                        return;
                    } else if (damaged) {
                        throw new JobFailure(holder.name() + " sent piece " + (piece + 1) + " of " + ticket.count()
                                + " twice with a wrong hash: what it holds is damaged.");
                    }
                    damaged = true;
                }
                case FORBIDDEN -> {
                    if (renewed) {
                        throw new UnreachableException(
                                holder.name() + " refuses a ticket that it has just given", true);
                    }
                    renew();
                    renewed = true;
                }
                case GONE -> throw new JobFailure(holder.name() + " does not have the content any more.");
                default ->
                    throw new UnreachableException(
                            "HTTP status " + answer.status() + " instead of a piece of the content", true);
            }
        }
    }

    private HttpAnswer ask(int piece) {
        int length = ticket.length(piece);
        String range = ContentRequest.range(ticket.start(piece), ticket.start(piece) + length - 1);
        return files.get(
                holder,
                ContentRequest.PATH + ticket.id(),
                Map.of(
                        "Range",
                        range,
                        ContentRequest.PROOF_HEADER,
                        ContentRequest.proof(ticket.id(), ticket.secret(), range)),
                length);
    }

    private void renew() throws Exception {
        TransferTicket next = source.ask();
        boolean same = next.sha256().equals(ticket.sha256())
                && next.size() == ticket.size()
                && next.pieceSize() == ticket.pieceSize()
                && Arrays.equals(next.pieces(), ticket.pieces());
        if (!same) {
            throw new JobFailure(holder.name() + " has changed the content during the transfer; start it anew.");
        }
        ticket = next;
    }

    private void tell() throws IOException {
        int percent = ticket.count() == 0 ? 100 : (int) (content.present() * 100L / ticket.count());
        context.progress(percent, content.present() + " / " + ticket.count());
    }
}
