package network.constellation.peer.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardOpenOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends a stored file, or one range of it (RFC 9110 sections 13.1.5 and 14); several ranges at once get the whole. */
final class FileAnswer {
    private static final Pattern ONE_RANGE = Pattern.compile("bytes=([0-9]{0,18})-([0-9]{0,18})");
    private static final int PIECE = 64 * 1024;

    private FileAnswer() {}

    /** Bytes {@code first} to {@code last}, both included. */
    private record Range(long first, long last) {}

    static void send(
            WebRequest request, WebResponse.Body.StoredFile stored, HttpServletResponse response, boolean headOnly)
            throws IOException {
        try (FileChannel file = FileChannel.open(stored.file(), StandardOpenOption.READ)) {
            long size = file.size();
            String tag = '"' + stored.tag() + '"';
            response.setContentType(stored.contentType());
            response.setHeader("Accept-Ranges", "bytes");
            response.setHeader("ETag", tag);
            Range range = new Range(0, size - 1);
            Matcher asked = ONE_RANGE.matcher(request.header("range"));
            String condition = request.header("if-range");
            if (response.getStatus() == 200 && asked.matches() && (condition.isEmpty() || condition.equals(tag))) {
                range = range(asked.group(1), asked.group(2), size);
                if (range.first() > range.last()) {
                    response.setStatus(416);
                    response.setHeader("Content-Range", "bytes */" + size);
                    response.setContentLength(0);
                    return;
                }
                response.setStatus(206);
                response.setHeader("Content-Range", "bytes " + range.first() + "-" + range.last() + "/" + size);
            }
            response.setContentLengthLong(range.last() - range.first() + 1);
            if (!headOnly) {
                copy(file, range, response.getOutputStream());
            }
        } catch (NoSuchFileException gone) {
            response.setStatus(404);
            response.setContentLength(0);
        }
    }

    /** {@code a-b}, {@code a-} to the end, or {@code -n} for the last n; an impossible one has its ends crossed. */
    private static Range range(String first, String last, long size) {
        if (first.isEmpty()) {
            long length = last.isEmpty() ? 0 : Long.parseLong(last);
            return length == 0 ? new Range(1, 0) : new Range(Math.max(0, size - length), size - 1);
        }
        long end = last.isEmpty() ? size - 1 : Math.min(Long.parseLong(last), size - 1);
        return new Range(Long.parseLong(first), end);
    }

    private static void copy(FileChannel file, Range range, OutputStream out) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate(PIECE);
        file.position(range.first());
        long left = range.last() - range.first() + 1;
        while (left > 0) {
            piece.clear().limit((int) Math.min(PIECE, left));
            int read = file.read(piece);
            if (read < 0) {
                throw new IOException("The file became shorter while it was sent.");
            }
            out.write(piece.array(), 0, read);
            left -= read;
        }
    }
}
