package network.constellation.peer.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Sends a command line to the node that runs on a data directory. */
final class AdminClient {
    private static final int CONNECT_MS = 2000;

    private final AdminTicket ticket;

    private AdminClient(AdminTicket ticket) {
        this.ticket = ticket;
    }

    /** Empty when nothing answers there: a ticket may be left over from a node that was killed. */
    static Optional<AdminClient> of(Path data) {
        return AdminTicket.read(data).filter(AdminClient::answers).map(AdminClient::new);
    }

    private static boolean answers(AdminTicket ticket) {
        try (Socket probe = new Socket()) {
            probe.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), ticket.port()), CONNECT_MS);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }

    int run(List<String> arguments, Terminal terminal) throws IOException {
        HttpURLConnection call = (HttpURLConnection) URI.create("http://127.0.0.1:" + ticket.port() + AdminRequest.PATH)
                .toURL()
                .openConnection(Proxy.NO_PROXY);
        try {
            call.setRequestMethod("POST");
            call.setConnectTimeout(CONNECT_MS);
            call.setDoOutput(true);
            call.setRequestProperty("Authorization", "Bearer " + ticket.token());
            call.setRequestProperty("Content-Type", "application/json");
            try (OutputStream body = call.getOutputStream()) {
                new ObjectMapper()
                        .writeValue(
                                body, new AdminRequest(arguments, terminal.cwd().toString(), terminal.ansi()));
            }
            if (call.getResponseCode() != HttpURLConnection.HTTP_OK) {
                throw CliException.failed("The running node refused the command (" + call.getResponseCode()
                        + "); is another program using its port?");
            }
            try (DataInputStream answer = new DataInputStream(new BufferedInputStream(call.getInputStream()))) {
                return AdminFrames.copy(answer, terminal.out(), terminal.err());
            }
        } catch (ConnectException gone) {
            throw CliException.failed("The node stopped just now; give the command again.");
        } catch (IOException broken) {
            throw CliException.failed("The node went away before the command was done (" + broken.getMessage()
                    + "); look at its state and give the command again.");
        } finally {
            call.disconnect();
        }
    }
}
