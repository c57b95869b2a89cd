package network.constellation.peer.transfer;

import com.google.common.util.concurrent.Striped;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.files.ContentHash;
import network.constellation.peer.files.ContentRefusedException;
import network.constellation.peer.files.ContentStore;
import network.constellation.peer.files.StoredContent;
import network.constellation.peer.jobs.JobCancelled;
import network.constellation.peer.jobs.JobContext;
import network.constellation.peer.jobs.JobFailure;
import network.constellation.peer.outbound.PeerFiles;
import network.constellation.peer.outbound.UnreachableException;
import network.constellation.peer.peers.Peer;
import network.constellation.protocol.method.transfer.TransferTicket;

/** Large contents between sites (courses-and-certificates.md 4.6): the door of this room for both ends. */
@Singleton
public final class Transfers {
    private static final int SIDE_BY_SIDE = 64;

    private final Tickets tickets;
    private final ContentStore contents;
    private final PeerFiles files;
    private final PartialFiles partial;
    private final TransferConfig config;
    private final Striped<Lock> locks = Striped.lock(SIDE_BY_SIDE);

    @Inject
    Transfers(Tickets tickets, ContentStore contents, PeerFiles files, PartialFiles partial, TransferConfig config) {
        this.tickets = tickets;
        this.contents = contents;
        this.files = files;
        this.partial = partial;
        this.config = config;
    }

    /**
     * At the holder: lets this peer fetch this content for some minutes. Whether it may have it at all is the caller's
     * question. The first ticket of a content reads it once.
     *
     * @throws java.io.FileNotFoundException when the content is not here
     */
    public TransferTicket offer(ContentHash content, Wwwroot receiver) throws IOException {
        return tickets.give(content, receiver);
    }

    /**
     * At the receiver, inside a step of a job: brings the content here, or goes on where an earlier attempt was cut off.
     * Memory stays at about one piece.
     *
     * @throws JobFailure when trying again cannot help: too large, the holder's content is damaged or has changed
     * @throws UnreachableException when the line broke without bringing a single piece
     * @throws Exception what {@code source} throws, and failures of the disk: all worth another attempt
     */
    public StoredContent fetch(JobContext context, Peer holder, TicketSource source) throws Exception {
        TransferTicket ticket = source.ask();
        ContentHash wanted = new ContentHash(ticket.sha256());
        if (ticket.size() > config.largest()) {
            throw new JobFailure("The content has " + ticket.size() + " bytes, and this site takes at most "
                    + config.largest() + " (transfer.largest).");
        }
        Lock lock = locks.get(wanted);
        while (!lock.tryLock(1, TimeUnit.SECONDS)) {
            // Another job brings the same content.
            context.checkCancelled();
        }
        try {
            if (contents.has(wanted)) {
                return new StoredContent(wanted, ticket.size());
            }
            Path file = partial.of(wanted);
            requireSpace(file, ticket);
            try (PartialContent content = PartialContent.open(file, ticket)) {
                new Pull(context, files, holder, source, ticket, content).run();
            }
            return contents.adopt(file, wanted);
        } catch (ContentRefusedException other) {
            throw new JobFailure(
                    "Every piece of the content was as announced, the whole is not. " + other.getMessage());
        } catch (JobCancelled cancelled) {
            partial.forget(wanted);
            throw cancelled;
        } finally {
            lock.unlock();
        }
    }

    private void requireSpace(Path file, TransferTicket ticket) throws IOException {
        long missing = ticket.size() - (Files.exists(file) ? Files.size(file) : 0);
        long free = Files.getFileStore(file.toAbsolutePath().getParent()).getUsableSpace();
        if (free - config.spare() < missing) {
            throw new IOException("The disk has " + free + " bytes free; " + missing + " are still to come and "
                    + config.spare() + " stay free (transfer.spare). It goes on when there is room.");
        }
    }
}
