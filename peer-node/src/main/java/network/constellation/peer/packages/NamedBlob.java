package network.constellation.peer.packages;

import java.io.IOException;
import java.io.InputStream;
import network.constellation.keys.provider.RunningDigest;

/** The content of a file on its way out; its end is reached only if it hashes to its name. */
final class NamedBlob extends InputStream {
    private final InputStream in;
    private final String member;
    private final String sha1;
    private final RunningDigest digest = RunningDigest.sha1();
    private boolean ended;

    NamedBlob(InputStream in, String member, String sha1) {
        this.in = in;
        this.member = member;
        this.sha1 = sha1;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (ended) {
            return -1;
        }
        int read = in.read(bytes, offset, length);
        if (read >= 0) {
            digest.update(bytes, offset, read);
            return read;
        }
        ended = true;
        if (!digest.hex().equals(sha1)) {
            throw new RefusedSignal(Refusal.CHANGED, member);
        }
        return -1;
    }

    /** Whoever took it may have stopped early: the rest is read, and the name held against it. */
    void finish() throws IOException {
        byte[] piece = new byte[64 * 1024];
        while (read(piece, 0, piece.length) >= 0) {
            // Only for the hash.
        }
    }
}
