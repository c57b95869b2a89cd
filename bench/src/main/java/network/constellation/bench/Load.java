package network.constellation.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends prepared HTTP requests over kept connections, one thread and one connection per caller, and reads each answer
 * to its end. As lean as it can be: it shares the processors with what it measures.
 */
final class Load {
    private static final int CONNECT_MS = 5000;
    private static final int READ_MS = 30_000;
    private static final int SAMPLE_EVERY = 500;

    private final InetSocketAddress address;
    private final ProcessHandle server;

    Load(InetSocketAddress address, ProcessHandle server) {
        this.address = address;
        this.server = server;
    }

    /** An answer kept for checking. @param index of its request */
    record Sample(int index, byte[] body) {}

    /**
     * One run.
     *
     * @param nanos time of each call, sorted
     * @param server processor time of the server during the run: unlike the rate, hardly altered by a busy machine
     */
    record Run(long[] nanos, Duration elapsed, List<Sample> samples, Duration server) {
        double serverMicros() {
            return server.toNanos() / 1e3 / nanos.length;
        }

        double perSecond() {
            return nanos.length / (elapsed.toNanos() / 1e9);
        }

        double millis(double quantile) {
            return nanos.length == 0 ? Double.NaN : nanos[(int) ((nanos.length - 1) * quantile)] / 1e6;
        }
    }

    /**
     * Each request is sent once; the run ends when all are or the time is over.
     *
     * @param requests whole HTTP requests
     */
    Run run(List<byte[]> requests, int callers, Duration atMost) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        long[][] times = new long[callers][];
        List<Sample> samples = new ArrayList<>();
        List<Exception> failures = new ArrayList<>();
        CountDownLatch ready = new CountDownLatch(callers);
        CountDownLatch go = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int caller = 0; caller < callers; caller++) {
            int me = caller;
            Thread thread = new Thread(() -> {
                try (Socket socket = connect()) {
                    ready.countDown();
                    go.await();
                    times[me] = call(socket, requests, next, samples, System.nanoTime() + atMost.toNanos());
                } catch (IOException | InterruptedException failed) {
                    synchronized (failures) {
                        failures.add(failed);
                    }
                    ready.countDown();
                }
            });
            threads.add(thread);
            thread.start();
        }
        ready.await();
        Duration before = serverTime();
        long begin = System.nanoTime();
        go.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        Duration elapsed = Duration.ofNanos(System.nanoTime() - begin);
        if (!failures.isEmpty()) {
            throw new BenchException("A call was not answered as it should: " + failures.get(0));
        }
        long[] all = Arrays.stream(times).flatMapToLong(Arrays::stream).sorted().toArray();
        return new Run(all, elapsed, samples, serverTime().minus(before));
    }

    private Duration serverTime() {
        return server.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.connect(address, CONNECT_MS);
        socket.setSoTimeout(READ_MS);
        return socket;
    }

    private static long[] call(
            Socket socket,
            List<byte[]> requests,
            AtomicInteger next,
            List<Sample> samples,
            long end)
            throws IOException {
        OutputStream out = socket.getOutputStream();
        InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 14);
        long[] times = new long[1024];
        int count = 0;
        while (System.nanoTime() < end) {
            int index = next.getAndIncrement();
            if (index >= requests.size()) {
                break;
            }
            long begin = System.nanoTime();
            out.write(requests.get(index));
            Answer answer = Answer.read(in);
            if (count == times.length) {
                times = Arrays.copyOf(times, count * 2);
            }
            times[count++] = System.nanoTime() - begin;
            if (answer.status() != 200) {
                throw new IOException("status " + answer.status() + ": "
                        + new String(answer.body(), 0, Math.min(answer.body().length, 300), StandardCharsets.UTF_8));
            }
            if (index % SAMPLE_EVERY == 0) {
                synchronized (samples) {
                    samples.add(new Sample(index, answer.body()));
                }
            }
        }
        return Arrays.copyOf(times, count);
    }

    /** Just enough HTTP/1.1: a status, a length, a body. */
    private record Answer(int status, byte[] body) {
        static Answer read(InputStream in) throws IOException {
            String line = line(in);
            int status = Integer.parseInt(line.substring(9, 12));
            int length = -1;
            for (line = line(in); !line.isEmpty(); line = line(in)) {
                if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
                    length = Integer.parseInt(line.substring(15).strip());
                } else if (line.toLowerCase(Locale.ROOT).equals("connection: close")) {
                    throw new IOException("the node closes the connection, status " + status);
                }
            }
            if (length < 0) {
                throw new IOException("an answer without Content-Length");
            }
            byte[] body = in.readNBytes(length);
            if (body.length < length) {
                throw new EOFException("a cut answer");
            }
            return new Answer(status, body);
        }

        private static String line(InputStream in) throws IOException {
            byte[] buffer = new byte[256];
            int length = 0;
            for (int c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0) {
                    throw new EOFException("the connection was closed");
                }
                if (length < buffer.length && c != '\r') {
                    buffer[length++] = (byte) c;
                }
            }
            return new String(buffer, 0, length, StandardCharsets.ISO_8859_1);
        }
    }

    /** A whole request for one body. */
    static byte[] request(String host, String path, byte[] body) {
        byte[] head = ("POST " + path + " HTTP/1.1\r\nHost: " + host
                        + "\r\nContent-Type: text/xml; charset=utf-8\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] request = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        return request;
    }
}
