package network.constellation.peer.transfer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.BitSet;
import network.constellation.keys.provider.Digests;
import network.constellation.protocol.method.transfer.TransferTicket;

/**
 * What has been fetched of a content so far. Which pieces are good is found out by their hashes each time it is opened, so
 * neither a kill nor a power cut can make it claim a piece that is not there.
 */
final class PartialContent implements AutoCloseable {
    private final FileChannel file;
    private final TransferTicket ticket;
    private final BitSet good;

    private PartialContent(FileChannel file, TransferTicket ticket) throws IOException {
        this.file = file;
        this.ticket = ticket;
        this.good = new BitSet(ticket.count());
        if (file.size() > ticket.size()) {
            file.truncate(ticket.size());
        }
        ByteBuffer piece = ByteBuffer.allocate(ticket.pieceSize());
        for (int i = 0; i < ticket.count() && ticket.start(i) + ticket.length(i) <= file.size(); i++) {
            good.set(i, isGood(i, read(i, piece)));
        }
    }

    static PartialContent open(Path path, TransferTicket ticket) throws IOException {
        FileChannel file =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            return new PartialContent(file, ticket);
        } catch (IOException | RuntimeException failed) {
            file.close();
            throw failed;
        }
    }

    /** The first piece that is missing at {@code from} or after; the count of pieces when there is none. */
    int missing(int from) {
        return good.nextClearBit(from);
    }

    int present() {
        return good.cardinality();
    }

    /** Keeps a piece. @return false when it is not the announced one; nothing is kept then */
    boolean take(int piece, byte[] bytes) throws IOException {
        if (!isGood(piece, bytes)) {
            return false;
        }
        ByteBuffer left = ByteBuffer.wrap(bytes);
        long at = ticket.start(piece);
        while (left.hasRemaining()) {
            at += file.write(left, at);
        }
        good.set(piece);
        return true;
    }

    private boolean isGood(int piece, byte[] bytes) {
        return bytes.length == ticket.length(piece) && Arrays.equals(Digests.sha256(bytes), ticket.hash(piece));
    }

    private byte[] read(int piece, ByteBuffer buffer) throws IOException {
        buffer.clear().limit(ticket.length(piece));
        long at = ticket.start(piece);
        while (buffer.hasRemaining()) {
            int read = file.read(buffer, at + buffer.position());
            if (read < 0) {
                break;
            }
        }
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
