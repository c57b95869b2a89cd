package network.constellation.peer.courses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import network.constellation.peer.accounts.AccountsModule;
import network.constellation.peer.dispatch.MethodBinding;
import network.constellation.peer.files.ContentStore;
import network.constellation.peer.files.StoredContent;
import network.constellation.peer.jobs.JobContext;
import network.constellation.peer.jobs.JobFailure;
import network.constellation.peer.learning.LearningModule;
import network.constellation.peer.mail.MailModule;
import network.constellation.peer.outbound.TestSite;
import network.constellation.peer.packages.PackagesModule;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.Services;
import network.constellation.peer.platform.PlatformModule;
import network.constellation.peer.roaming.RoamingModule;
import network.constellation.peer.transfer.TransferModule;
import network.constellation.peer.web.WebModule;
import network.constellation.protocol.method.courses.DeliveryPiece;
import network.constellation.protocol.method.courses.PublishflowMethods;
import network.constellation.protocol.method.status.StatusAnswer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a receiver does with holders that send something else than a package in pieces. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeliveryFetchTest {
    private static final byte[] SECRET = "a file of the receiver".getBytes(StandardCharsets.UTF_8);

    private final List<DeliveryPiece> asked = new ArrayList<>();
    private volatile Function<DeliveryPiece, StatusAnswer> behaviour = piece -> StatusAnswer.success();
    private Path file;
    private TestSite receiver;
    private TestSite holder;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        file = Files.write(folder.resolve("secret.txt"), SECRET);
        receiver = TestSite.with(
                folder,
                "receiver",
                new WebModule(),
                new PlatformModule(),
                new MailModule(),
                new AccountsModule(),
                new RoamingModule(),
                new PackagesModule(),
                new LearningModule(),
                new TransferModule(),
                new CoursesModule());
        holder = TestSite.with(folder, "holder", new AbstractModule() {
            @Override
            protected void configure() {
                Multibinder.newSetBinder(binder(), MethodBinding.class)
                        .addBinding()
                        .toInstance(
                                MethodBinding.of(PublishflowMethods.standard().deliver(), (context, piece) -> {
                                    asked.add(piece);
                                    return behaviour.apply(piece);
                                }));
            }
        });
        TestSite.introduce(receiver, holder);
        open(receiver, holder);
        open(holder, receiver);
    }

    private static void open(TestSite one, TestSite other) {
        Set<String> service = Set.of(PublishflowMethods.SERVICE);
        one.get(Services.class).set(Optional.of(other.wwwroot), Optional.of(service), Optional.of(service), "test");
    }

    @AfterAll
    void stop() {
        receiver.close();
        holder.close();
    }

    private StoredContent fetch() throws Exception {
        asked.clear();
        ShelfOrder order = ShelfOrder.open(
                "0123456789abcdef",
                ShelfOrder.Direction.IN,
                CourseCopy.Kind.DEPLOY,
                ShelfOrder.Road.ORIGINAL,
                holder.wwwroot,
                new ShelfOrder.Course("uid", 0, "", "", 0, "Course"),
                7,
                ShelfOrder.Asker.nobody(),
                0,
                false,
                Instant.EPOCH);
        return receiver.get(DeliveryFetch.class)
                .fetch(new Quiet(), receiver.get(Peers.class).require(holder.wwwroot), order);
    }

    private static StatusAnswer piece(String file, long position, long remains) {
        return StatusAnswer.success()
                .with("local", false)
                .with("file", file)
                .with("filepos", position)
                .with("remains", remains)
                .with("archivename", "/etc/passwd");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @Tag("CC-51")
    void aPathThatTheHolderNamesIsNeverOpened() {
        behaviour = piece -> StatusAnswer.success()
                .with("local", true)
                .with("archivename", file.toString())
                .with("filename", "../../secret.txt");
        assertThatThrownBy(this::fetch).isInstanceOf(JobFailure.class).hasMessageContaining("never opened");
        assertThat(stored()).isEmpty();
    }

    @Test
    @Tag("CC-51")
    void piecesAreTakenAndTheNameThatComesWithThemIsNotUsed() throws Exception {
        String whole = base64("the package, in two pieces");
        behaviour = asking -> {
            int from = (int) asking.offset();
            int to = Math.min(whole.length(), from + 16);
            return piece(whole.substring(from, to), to, whole.length() - to);
        };
        StoredContent stored = fetch();
        assertThat(receiver.get(ContentStore.class).open(stored.hash()).readAllBytes())
                .isEqualTo("the package, in two pieces".getBytes(StandardCharsets.UTF_8));
        assertThat(asked).allSatisfy(one -> {
            assertThat(one.limit() % 4).isZero();
            assertThat(one.offset() % 4).isZero();
            assertThat(one.course()).isEqualTo(7);
        });
        receiver.get(ContentStore.class).delete(stored.hash());
    }

    @Test
    void aPackageThatChangesOnTheWayIsNotKept() {
        behaviour = asking -> piece("AAAA", asking.offset() + 4, asking.offset() == 0 ? 4 : 400);
        assertThatThrownBy(this::fetch).isInstanceOf(IOException.class).hasMessageContaining("changed");
        assertThat(stored()).isEmpty();
    }

    @Test
    void whatIsNoBase64IsRefused() {
        behaviour = asking -> piece("?!?!", 4, 0);
        assertThatThrownBy(this::fetch).isInstanceOf(JobFailure.class).hasMessageContaining("base64");
        behaviour = asking -> piece("AAA", 3, 1);
        assertThatThrownBy(this::fetch).isInstanceOf(JobFailure.class);
        behaviour = asking -> StatusAnswer.refused(510, "no");
        assertThatThrownBy(this::fetch).isInstanceOf(JobFailure.class).hasMessageContaining("510");
        assertThat(stored()).isEmpty();
    }

    private List<String> stored() {
        List<String> found = new ArrayList<>();
        receiver.get(ContentStore.class).each(hash -> found.add(hash.hex()));
        return found;
    }

    /** A step that nobody watches. */
    private static final class Quiet implements JobContext {
        @Override
        public UUID jobId() {
            return new UUID(0, 0);
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
}
