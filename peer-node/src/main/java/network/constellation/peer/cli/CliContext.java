package network.constellation.peer.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Consumer;
import network.constellation.keys.address.Wwwroot;

/** What a command sees of the person (or script) who typed it: streams, folder, and whether JSON is wanted. */
public final class CliContext {
    private final Terminal terminal;
    private final boolean json;
    private final ObjectWriter writer;

    CliContext(Terminal terminal, boolean json) {
        this.terminal = terminal;
        this.json = json;
        this.writer = mapper().writerWithDefaultPrettyPrinter();
    }

    /** The result goes here and nothing else; with {@link #json} use {@link #answer}. */
    public PrintStream out() {
        return terminal.out();
    }

    /** Messages, warnings, progress. */
    public PrintStream err() {
        return terminal.err();
    }

    /** Standard input; empty when a running node executes the command. */
    public InputStream in() {
        return terminal.in();
    }

    public Map<String, String> environment() {
        return terminal.environment();
    }

    public boolean json() {
        return json;
    }

    /** A person looks at it: colour and a moving progress line help. */
    public boolean ansi() {
        return terminal.ansi();
    }

    /** A path as it was typed, seen from the folder where it was typed. */
    public Path resolve(Path typed) {
        return terminal.cwd().resolve(typed).normalize();
    }

    /**
     * The command's answer, once: the document with {@code --json}, else what {@code text} prints.
     *
     * @param document records, maps, lists, strings, numbers; instants and addresses are written as text
     */
    public void answer(Object document, Consumer<PrintStream> text) {
        if (json) {
            try {
                terminal.out().println(writer.writeValueAsString(document));
            } catch (IOException impossible) {
                throw new UncheckedIOException("The answer cannot be written as JSON", impossible);
            }
        } else {
            text.accept(terminal.out());
        }
    }

    /** A sentence that confirms what was done, and for scripts the same as a document. */
    public void done(String sentence, Map<String, ?> document) {
        answer(document, out -> out.println(sentence));
    }

    /** The next useful command, shown to people only. */
    public void hint(String next) {
        if (!json && terminal.ansi()) {
            terminal.err().println("Next: " + next);
        }
    }

    private static ObjectMapper mapper() {
        SimpleModule asText = new SimpleModule();
        for (Class<?> type :
                new Class<?>[] {Instant.class, Duration.class, LocalDate.class, Wwwroot.class, Path.class}) {
            addAsText(asText, type);
        }
        return JsonMapper.builder().addModule(asText).build();
    }

    private static <T> void addAsText(SimpleModule module, Class<T> type) {
        module.addSerializer(type, new JsonSerializer<T>() {
            @Override
            public void serialize(T value, JsonGenerator out, SerializerProvider ignored) throws IOException {
                out.writeString(value.toString());
            }
        });
    }
}
