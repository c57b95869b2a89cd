package network.constellation.peer.web;

import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A file that somebody sent with a form. A large one lies on the disk, and is gone when the request ends. */
public final class Upload {
    private final Part part;

    Upload(Part part) {
        this.part = part;
    }

    /** As the browser named it: for people to recognise, never for a path. */
    public String fileName() {
        return part.getSubmittedFileName();
    }

    /** In bytes. */
    public long size() {
        return part.getSize();
    }

    /** From its beginning, each time. */
    public InputStream open() throws IOException {
        return part.getInputStream();
    }

    /** The whole content in memory: only for routes with a small limit. */
    public byte[] bytes() {
        try (InputStream in = open()) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("What was uploaded cannot be read", unreadable);
        }
    }
}
