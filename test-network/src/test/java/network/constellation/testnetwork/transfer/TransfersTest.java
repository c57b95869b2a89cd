package network.constellation.testnetwork.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import network.constellation.peer.files.ContentHash;
import network.constellation.peer.files.ContentStore;
import network.constellation.peer.files.StoredContent;
import network.constellation.peer.jobs.JobContext;
import network.constellation.peer.jobs.JobFailure;
import network.constellation.peer.outbound.HttpAnswer;
import network.constellation.peer.outbound.PeerFiles;
import network.constellation.peer.outbound.UnreachableException;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.transfer.TicketSource;
import network.constellation.peer.transfer.Transfers;
import network.constellation.protocol.method.transfer.ContentRequest;
import network.constellation.protocol.method.transfer.TransferTicket;
import network.constellation.testnetwork.TestNetwork;
import network.constellation.testnetwork.TestSite;
import network.constellation.testnetwork.link.Weather;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TransfersTest {
    private static final int PIECE = 1 << 20;

    private TestNetwork network;
    private TestSite holder;
    private TestSite receiver;
    private int seed;

    @BeforeAll
    void found(@TempDir Path folder) {
        network = TestNetwork.found(folder);
        holder = network.site("holder");
        receiver = network.site("receiver");
        network.inviteAndJoin(holder, 1);
        network.inviteAndJoin(receiver, 1);
        network.awaitMesh(2);
    }

    @AfterAll
    void close() {
        network.close();
    }

    @AfterEach
    void clearUp() {
        holder.link().weather(Weather.FAIR);
    }

    private record Context() implements JobContext {
        @Override
        public UUID jobId() {
            return new UUID(0, 1);
        }

        @Override
        public Instant now() {
            return Instant.EPOCH;
        }

        @Override
        public int attempt() {
            return 1;
        }

        @Override
        public void progress(int percent, String note) {}

        @Override
        public void checkCancelled() {}
    }

    /** A new content at the holder that does not compress. */
    private ContentHash held(int size) throws IOException {
        byte[] bytes = new byte[size];
        new Random(++seed).nextBytes(bytes);
        return holder.get(ContentStore.class)
                .put(new ByteArrayInputStream(bytes), Long.MAX_VALUE)
                .hash();
    }

    private TransferTicket ticket(ContentHash content) throws IOException {
        return holder.get(Transfers.class).offer(content, receiver.wwwroot());
    }

    private StoredContent fetch(TicketSource source) throws Exception {
        Peer peer = receiver.get(Peers.class).require(holder.wwwroot());
        return receiver.get(Transfers.class).fetch(new Context(), peer, source);
    }

    private void assertArrived(ContentHash content) throws IOException {
        ContentStore arrived = receiver.get(ContentStore.class);
        assertThat(arrived.verify(content)).isTrue();
        try (InputStream here = arrived.open(content);
                InputStream there = holder.get(ContentStore.class).open(content)) {
            assertThat(here).hasSameContentAs(there);
        }
    }

    @Test
    void contentsOfAnySizeArriveWhole() throws Exception {
        for (int size : new int[] {0, 1, PIECE - 1, PIECE, PIECE + 1}) {
            ContentHash content = held(size);
            assertThat(fetch(() -> ticket(content))).isEqualTo(new StoredContent(content, size));
            assertArrived(content);
        }
    }

    @Test
    @Tag("CC-42")
    void aLineThatIsCutAgainAndAgainCostsLittle() throws Exception {
        int size = 8 * PIECE;
        ContentHash content = held(size);
        holder.link().weather(Weather.FAIR.loseAnswerAfter(2L * PIECE + 100_000));
        long before = holder.link().answerBytes();
        fetch(() -> ticket(content));
        assertArrived(content);
        assertThat(holder.link().answerBytes() - before)
                .as("sent in all, cut at least three times")
                .isLessThan(size + 5 * 200_000L);
    }

    @Test
    @Tag("CC-42")
    void anAttemptGoesOnWhereTheLastOneWasCutOff() throws Exception {
        int size = 6 * PIECE;
        ContentHash content = held(size);
        TransferTicket ticket = ticket(content);
        holder.link().cutAll();
        holder.link().weather(Weather.FAIR.loseAnswerAfter(PIECE / 2));
        assertThatThrownBy(() -> fetch(() -> ticket))
                .as("no connection brings a whole piece")
                .isInstanceOf(UnreachableException.class);
        holder.link().weather(Weather.FAIR.loseAnswerAfter(3L * PIECE + PIECE / 2));
        fetch(() -> {
            holder.link().cutAll();
            return ticket;
        });
        assertArrived(content);
    }

    @Test
    @Tag("CC-43")
    void aDamagedHolderIsNamedAndNothingOfItIsKept() throws Exception {
        ContentHash content = held(2 * PIECE);
        TransferTicket ticket = ticket(content);
        Path file = holder.get(ContentStore.class).path(content);
        byte[] bytes = Files.readAllBytes(file);
        bytes[PIECE + 5] ^= 1;
        Files.write(file, bytes);
        assertThatThrownBy(() -> fetch(() -> ticket))
                .isInstanceOf(JobFailure.class)
                .hasMessageContaining("piece 2 of 2");
        assertThat(receiver.get(ContentStore.class).has(content)).isFalse();
        bytes[PIECE + 5] ^= 1;
        Files.write(file, bytes);
        fetch(() -> ticket);
        assertArrived(content);
    }

    @Test
    @Tag("CC-44")
    void aContentThatChangesOnTheWayIsNeverMixed() throws Exception {
        ContentHash old = held(PIECE);
        ContentHash fresh = held(PIECE);
        TransferTicket expired = ticket(old);
        holder.clock().advance(Duration.ofMinutes(11));
        boolean[] first = {true};
        assertThatThrownBy(() -> fetch(() -> {
                    boolean now = first[0];
                    first[0] = false;
                    return now ? expired : ticket(fresh);
                }))
                .isInstanceOf(JobFailure.class)
                .hasMessageContaining("changed");
        assertThat(receiver.get(ContentStore.class).has(old)).isFalse();
    }

    @Test
    void anExpiredTicketIsRenewedOnTheWay() throws Exception {
        ContentHash content = held(PIECE);
        TransferTicket expired = ticket(content);
        holder.clock().advance(Duration.ofMinutes(11));
        boolean[] first = {true};
        fetch(() -> {
            boolean now = first[0];
            first[0] = false;
            return now ? expired : ticket(content);
        });
        assertArrived(content);
    }

    @Test
    @Tag("CC-45")
    void withoutAGoodTicketNoByteIsSent() throws Exception {
        ContentHash content = held(1_000);
        TransferTicket ticket = ticket(content);
        TransferTicket other = ticket(held(1_000));
        String range = "bytes=0-9";
        String proof = ContentRequest.proof(ticket.id(), ticket.secret(), range);
        assertThat(status(ticket.id(), range, proof)).isEqualTo(206);
        assertThat(status(ticket.id(), "bytes=0-99", proof)).as("another range").isEqualTo(403);
        assertThat(status(other.id(), range, proof)).as("another content").isEqualTo(403);
        assertThat(status(content.hex(), range, proof)).as("no ticket at all").isEqualTo(403);
        assertThat(status(ticket.id(), range, proof.replace(proof.charAt(0), proof.charAt(0) == '0' ? '1' : '0')))
                .as("tampered")
                .isEqualTo(403);
        holder.get(Peers.class).suspend(receiver.wwwroot(), TestNetwork.ACTOR);
        try {
            assertThat(status(ticket.id(), range, proof))
                    .as("suspended meanwhile")
                    .isEqualTo(403);
        } finally {
            holder.get(Peers.class).resume(receiver.wwwroot(), TestNetwork.ACTOR);
        }
        holder.clock().advance(Duration.ofMinutes(11));
        assertThat(status(ticket.id(), range, proof)).as("expired").isEqualTo(403);
    }

    private int status(String id, String range, String proof) {
        Peer peer = receiver.get(Peers.class).require(holder.wwwroot());
        HttpAnswer answer = receiver.get(PeerFiles.class)
                .get(peer, ContentRequest.PATH + id, Map.of("Range", range, ContentRequest.PROOF_HEADER, proof), PIECE);
        if (answer.status() != 206) {
            assertThat(answer.body()).hasSizeLessThan(100);
        }
        return answer.status();
    }
}
