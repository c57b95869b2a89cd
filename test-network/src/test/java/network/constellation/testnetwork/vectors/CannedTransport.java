package network.constellation.testnetwork.vectors;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import network.constellation.peer.outbound.ConnectPolicy;
import network.constellation.peer.outbound.HttpAnswer;
import network.constellation.peer.outbound.HttpTransport;
import network.constellation.peer.outbound.UnreachableException;

/** Answers calls with recorded bodies, in their order, and remembers what was sent. */
final class CannedTransport implements HttpTransport {
    private final Queue<byte[]> answers = new ArrayDeque<>();
    final List<byte[]> sent = new ArrayList<>();

    synchronized void next(byte[] body) {
        answers.add(body);
    }

    @Override
    public synchronized HttpAnswer post(
            URI url, ConnectPolicy policy, Map<String, String> headers, byte[] body, int maximum, Duration timeout) {
        sent.add(body);
        byte[] answer = answers.poll();
        if (answer == null) {
            throw new UnreachableException("nobody there", false);
        }
        return new HttpAnswer(200, answer);
    }

    @Override
    public HttpAnswer get(URI url, ConnectPolicy policy, Map<String, String> headers, int maximum, Duration timeout) {
        throw new UnreachableException("nobody there", false);
    }
}
