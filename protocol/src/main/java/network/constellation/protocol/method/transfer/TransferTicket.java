package network.constellation.protocol.method.transfer;

import static network.constellation.protocol.method.Codecs.base64InString;
import static network.constellation.protocol.method.Codecs.number;
import static network.constellation.protocol.method.Codecs.numberAsString;
import static network.constellation.protocol.method.Codecs.requiredString;
import static network.constellation.protocol.method.Codecs.struct;

import java.util.Arrays;
import network.constellation.protocol.method.Members;
import network.constellation.protocol.method.ShapeException;
import network.constellation.protocol.method.ValueCodec;

/**
 * Permits one receiver to fetch one content from one holder for some minutes (courses-and-certificates.md 4.6, step 2). It
 * crosses only inside a signed and encrypted answer: whoever has the secret may fetch.
 *
 * @param id names the ticket in the URL; no secret
 * @param secret proves each request ({@link ContentRequest}), 32 bytes
 * @param sha256 of the whole content, 64 hex digits
 * @param size of the content in bytes
 * @param pieceSize in bytes; the last piece may be shorter
 * @param pieces the SHA-256 of each piece, one after the other
 * @param expires Unix time in seconds
 */
public record TransferTicket(
        String id, byte[] secret, String sha256, long size, int pieceSize, byte[] pieces, long expires) {
    public static final int SECRET_BYTES = 32;
    private static final int HASH_BYTES = 32;
    private static final int SMALLEST_PIECE = 64 * 1024;
    private static final int LARGEST_PIECE = 16 * 1024 * 1024;

    public static final ValueCodec<TransferTicket> CODEC = struct(
            ticket -> Members.create()
                    .with("id", ticket.id())
                    .with("secret", base64InString(), ticket.secret())
                    .with("sha256", ticket.sha256())
                    .with("size", numberAsString(), ticket.size())
                    .with("piecesize", number(), (long) ticket.pieceSize())
                    .with("pieces", base64InString(), ticket.pieces())
                    .with("expires", numberAsString(), ticket.expires()),
            members -> new TransferTicket(
                    members.required("id", requiredString()),
                    members.required("secret", base64InString()),
                    members.required("sha256", requiredString()),
                    members.required("size", numberAsString()),
                    (int) Math.min(LARGEST_PIECE + 1L, members.required("piecesize", number())),
                    members.required("pieces", base64InString()),
                    members.required("expires", numberAsString())));

    /** @throws ShapeException when the parts do not fit together */
    public TransferTicket {
        require(id.matches("[A-Za-z0-9_-]{16,64}"), "its name is not 16 to 64 letters, digits, - and _");
        require(secret.length == SECRET_BYTES, "its secret has not 32 bytes");
        require(sha256.matches("[0-9a-f]{64}"), "its hash is not 64 hex digits");
        require(size >= 0, "its size is negative");
        require(pieceSize >= SMALLEST_PIECE && pieceSize <= LARGEST_PIECE, "its pieces are not 64 KiB to 16 MiB");
        require(pieces.length == count(size, pieceSize) * HASH_BYTES, "its list of pieces does not fit its size");
    }

    /** How many pieces there are. */
    public int count() {
        return pieces.length / HASH_BYTES;
    }

    /** Where a piece begins, in bytes. */
    public long start(int piece) {
        return (long) piece * pieceSize;
    }

    /** In bytes. */
    public int length(int piece) {
        return (int) Math.min(pieceSize, size - start(piece));
    }

    /** The SHA-256 that a piece must have. */
    public byte[] hash(int piece) {
        return Arrays.copyOfRange(pieces, piece * HASH_BYTES, (piece + 1) * HASH_BYTES);
    }

    private static long count(long size, int pieceSize) {
        return (size + pieceSize - 1) / pieceSize;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new ShapeException("This is no ticket for a transfer: " + otherwise + ".");
        }
    }

    /** Says what it is for, never the secret. */
    @Override
    public String toString() {
        return "TransferTicket " + id + " for " + sha256 + ", " + size + " bytes";
    }
}
