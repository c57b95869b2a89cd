package network.constellation.peer.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.store.DataDirectory;
import network.constellation.peer.tenant.Tenant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentStoreTest {
    private static final ContentHash HELLO =
            new ContentHash("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");

    @TempDir
    Path data;

    @SuppressWarnings("NullAway.Init")
    private ContentStore store;

    @BeforeEach
    void open() {
        store = newStore(data);
    }

    private static ContentStore newStore(Path directory) {
        return new ContentStore(
                new Tenant(Wwwroot.of("http://a.localhost"), "A", directory.resolve("target-of-test")),
                new DataDirectory(directory));
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private long filesOnDisk() throws IOException {
        try (Stream<Path> all = Files.walk(data)) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    @Test
    void aContentIsFoundByItsHash() throws Exception {
        assertThat(store.put(text("hello"), 5)).isEqualTo(new StoredContent(HELLO, 5));
        assertThat(store.put(text("hello"), 100)).isEqualTo(new StoredContent(HELLO, 5));
        assertThat(store.has(HELLO)).isTrue();
        assertThat(store.size(HELLO)).contains(5L);
        try (InputStream in = store.open(HELLO)) {
            assertThat(in.readAllBytes()).asString().isEqualTo("hello");
        }
        assertThat(store.verify(HELLO)).isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(store.path(HELLO))))
                .isEqualTo("rw-------");
        List<ContentHash> all = new ArrayList<>();
        store.each(all::add);
        assertThat(all).containsExactly(HELLO);
        assertThat(filesOnDisk()).isEqualTo(1);
        assertThat(store.delete(HELLO)).isTrue();
        assertThat(store.has(HELLO)).isFalse();
    }

    @Test
    void nothingStaysOfWhatIsRefused() throws Exception {
        assertThatThrownBy(() -> store.put(text("hello"), 4)).isInstanceOf(ContentRefusedException.class);
        assertThatThrownBy(() -> store.put(text("other"), 9, HELLO))
                .isInstanceOf(ContentRefusedException.class)
                .hasMessageContaining("damaged or exchanged");
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the line is cut");
            }
        };
        assertThatThrownBy(() -> store.put(broken, 9)).hasMessage("the line is cut");
        assertThat(filesOnDisk()).isZero();
    }

    @Test
    void whatAKilledProcessLeftIsRemoved() throws Exception {
        Files.writeString(data.resolve("target-of-test/files/incoming/content1.part"), "half");
        newStore(data).opened();
        assertThat(filesOnDisk()).isZero();
    }

    @Test
    void damageOnTheDiskIsSeen() throws Exception {
        store.put(text("hello"), 5);
        Files.writeString(store.path(HELLO), "hellO");
        assertThat(store.verify(HELLO)).isFalse();
        assertThatThrownBy(() -> new ContentHash("../../etc/passwd")).isInstanceOf(IllegalArgumentException.class);
    }
}
