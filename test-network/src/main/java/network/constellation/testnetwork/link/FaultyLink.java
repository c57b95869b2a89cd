package network.constellation.testnetwork.link;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A TCP relay on loopback in front of one node. Its weather can be changed at any time and holds for connections
 * accepted afterwards; {@link #cutAll} ends those that are open.
 */
public final class FaultyLink implements Closeable {
    private static final int PIECE = 8192;

    private final ServerSocket door;
    private final InetSocketAddress target;
    private final ExecutorService workers = Executors.newCachedThreadPool(FaultyLink::daemon);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong requestBytes = new AtomicLong();
    private final AtomicLong answerBytes = new AtomicLong();
    private final NavigableMap<Long, Runnable> planned = new ConcurrentSkipListMap<>();
    private volatile Weather weather = Weather.FAIR;

    private FaultyLink(ServerSocket door, InetSocketAddress target) {
        this.door = door;
        this.target = target;
    }

    /** Relays a free loopback port to {@code targetPort} on loopback. */
    public static FaultyLink to(int targetPort) throws IOException {
        return on(0, targetPort);
    }

    /** Relays {@code port} (0: a free one) to {@code targetPort}, both on loopback. */
    public static FaultyLink on(int port, int targetPort) throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        FaultyLink link =
                new FaultyLink(new ServerSocket(port, 200, loopback), new InetSocketAddress(loopback, targetPort));
        link.workers.execute(link::acceptAll);
        return link;
    }

    public int port() {
        return door.getLocalPort();
    }

    public void weather(Weather now) {
        weather = now;
    }

    /** Where the node itself listens. */
    public int targetPort() {
        return target.getPort();
    }

    /** Connections accepted since the start. */
    public long accepted() {
        return accepted.get();
    }

    /** Bytes handed on towards the node. */
    public long requestBytes() {
        return requestBytes.get();
    }

    /** Bytes handed on from the node. */
    public long answerBytes() {
        return answerBytes.get();
    }

    /** Does something once, as soon as {@link #answerBytes} has reached a total; the flow waits until it is done. */
    public void whenAnswered(long total, Runnable event) {
        planned.put(total, event);
    }

    private void doPlanned() {
        for (Map.Entry<Long, Runnable> next = planned.firstEntry();
                next != null && next.getKey() <= answerBytes.get();
                next = planned.firstEntry()) {
            if (planned.remove(next.getKey(), next.getValue())) {
                next.getValue().run();
            }
        }
    }

    /** Resets every open connection. */
    public void cutAll() {
        open.forEach(FaultyLink::reset);
    }

    @Override
    public void close() throws IOException {
        door.close();
        cutAll();
        workers.shutdownNow();
    }

    private void acceptAll() {
        while (!door.isClosed()) {
            try {
                Socket caller = door.accept();
                accepted.incrementAndGet();
                Weather now = weather;
                if (now.refuse()) {
                    reset(caller);
                } else {
                    workers.execute(() -> relay(caller, now));
                }
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void relay(Socket caller, Weather now) {
        Socket callee = new Socket();
        open.add(caller);
        open.add(callee);
        try {
            callee.connect(target, 5_000);
            Tape tape = new Tape(now.duplicate());
            Future<?> answer = workers.submit(
                    () -> pump(callee, caller, new Flow(now, now.cutAnswerAfter(), false, answerBytes), Tape.NONE));
            pump(caller, callee, new Flow(now, now.cutAfter(), now.corrupt(), requestBytes), tape);
            answer.get();
            if (now.duplicate()) {
                sendAgain(tape);
            }
        } catch (IOException | ExecutionException unreachable) {
            reset(caller);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } finally {
            close(callee);
            close(caller);
            open.remove(caller);
            open.remove(callee);
        }
    }

    private record Flow(Weather weather, long cutAfter, boolean corrupt, AtomicLong counter) {}

    private void pump(Socket from, Socket to, Flow flow, Tape tape) {
        byte[] piece = new byte[PIECE];
        long passed = 0;
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(piece); n != -1; n = in.read(piece)) {
                TimeUnit.NANOSECONDS.sleep(flow.weather().delay().toNanos());
                int allowed = flow.cutAfter() < 0 ? n : (int) Math.min(n, flow.cutAfter() - passed);
                if (flow.corrupt()) {
                    piece[n / 2] ^= 1;
                }
                tape.record(piece, allowed);
                out.write(piece, 0, allowed);
                out.flush();
                flow.counter().addAndGet(allowed);
                doPlanned();
                passed += allowed;
                if (allowed < n) {
                    reset(from);
                    reset(to);
                    return;
                }
            }
            to.shutdownOutput();
        } catch (IOException ended) {
            reset(from);
            reset(to);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void sendAgain(Tape tape) {
        try (Socket again = new Socket()) {
            again.connect(target, 5_000);
            again.getOutputStream().write(tape.bytes());
            again.shutdownOutput();
            again.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException refused) {
            // The copy being refused at the socket is as good as being refused by the node.
        }
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException alreadyClosed) {
            // Nothing is left to cut.
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyClosed) {
            // Nothing is left to close.
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "faulty-link");
        thread.setDaemon(true);
        return thread;
    }

    /** Remembers what passed, for a second delivery. */
    private static final class Tape {
        static final Tape NONE = new Tape(false);
        private final boolean on;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Tape(boolean on) {
            this.on = on;
        }

        void record(byte[] piece, int length) {
            if (on) {
                bytes.write(piece, 0, length);
            }
        }

        byte[] bytes() {
            return bytes.toByteArray();
        }
    }
}
