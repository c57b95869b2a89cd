package network.constellation.peer.cli;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * How a running node sends back what a command prints: frames of one byte channel, four bytes length, content; the last
 * frame carries the exit status.
 */
final class AdminFrames {
    private static final int STATUS = 0;
    private static final int OUT = 1;
    private static final int ERR = 2;
    private static final int LARGEST = 1 << 20;

    private final DataOutputStream wire;

    AdminFrames(OutputStream wire) {
        this.wire = new DataOutputStream(wire);
    }

    PrintStream out() {
        return new PrintStream(new Channel(OUT), true, StandardCharsets.UTF_8);
    }

    PrintStream err() {
        return new PrintStream(new Channel(ERR), true, StandardCharsets.UTF_8);
    }

    void status(int exitStatus) throws IOException {
        write(STATUS, new byte[] {(byte) exitStatus}, 0, 1);
    }

    private synchronized void write(int channel, byte[] bytes, int from, int length) throws IOException {
        wire.writeByte(channel);
        wire.writeInt(length);
        wire.write(bytes, from, length);
        wire.flush();
    }

    /**
     * Copies until the exit status comes.
     *
     * @throws EOFException when the node went away first
     */
    static int copy(DataInputStream wire, PrintStream out, PrintStream err) throws IOException {
        while (true) {
            int channel = wire.readUnsignedByte();
            int length = wire.readInt();
            if (length < 0 || length > LARGEST) {
                throw new IOException("a frame of " + length + " bytes");
            }
            byte[] content = wire.readNBytes(length);
            if (content.length < length) {
                throw new EOFException();
            } else if (channel == STATUS) {
                return content[0];
            }
            PrintStream to = channel == ERR ? err : out;
            to.write(content, 0, length);
            to.flush();
        }
    }

    private final class Channel extends OutputStream {
        private final int number;

        Channel(int number) {
            this.number = number;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            for (int done = 0; done < length; done += LARGEST) {
                AdminFrames.this.write(number, bytes, from + done, Math.min(LARGEST, length - done));
            }
        }
    }
}
