package network.constellation.peer.store;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;

/**
 * Commits from several threads until it dies, and prints what was acknowledged: {@code FILE RUN THREADS COMMITS}. With
 * {@code COMMITS} it halts by itself after about so many; with 0 it waits to be killed.
 */
final class CommittingProcess {
    static final int STATUS = 137;

    private CommittingProcess() {}

    public static void main(String[] args) throws InterruptedException {
        int run = Integer.parseInt(args[1]);
        int threads = Integer.parseInt(args[2]);
        int most = Integer.parseInt(args[3]);
        // Stays open: the process never ends in an orderly way.
        Database database = new Databases(StoreConfig.defaults()).open(Path.of(args[0]), "kill", threads + 1, Set.of());
        database.jdbi().useHandle(CommittingProcess::tables);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        AtomicInteger acknowledged = new AtomicInteger();
        CountDownLatch never = new CountDownLatch(1);
        for (int t = 0; t < threads; t++) {
            int thread = t;
            Thread committer = new Thread(() -> {
                Random random = new Random();
                for (int number = 1; ; number++) {
                    int row = number;
                    database.jdbi().useTransaction(h -> write(h, run, thread, row, random));
                    out.print(run + " " + thread + " " + row + ".\n");
                    out.flush();
                    if (acknowledged.incrementAndGet() == most) {
                        Runtime.getRuntime().halt(STATUS);
                    }
                }
            });
            committer.setDaemon(true);
            committer.start();
        }
        never.await();
    }

    /** One for what is only added to, one for what changes and goes, which leaves holes in the file. */
    static void tables(Handle h) {
        h.execute(
                "create table if not exists kept (run int, thread int, number int, primary key (run, thread, number))");
        h.execute("create table if not exists passing (thread int, number int, text varchar(8000),"
                + " primary key (thread, number))");
    }

    static void write(Handle h, int run, int thread, int number, Random random) {
        h.execute("insert into kept (run, thread, number) values (?, ?, ?)", run, thread, number);
        h.execute("delete from passing where thread = ? and number = ?", thread, number % 20);
        h.execute(
                "insert into passing (thread, number, text) values (?, ?, ?)",
                thread,
                number % 20,
                "x".repeat(random.nextInt(8000)));
    }
}
