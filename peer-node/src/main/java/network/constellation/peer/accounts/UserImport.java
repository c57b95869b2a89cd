package network.constellation.peer.accounts;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import network.constellation.peer.platform.PlatformException;
import network.constellation.peer.platform.Profile;
import network.constellation.peer.platform.User;
import network.constellation.peer.web.text.Message;

/**
 * Reads users from CSV: a first line of column names, {@code username}, {@code firstname}, {@code lastname} and {@code
 * email} at least; {@code password}, {@code roles} (separated by blanks) and every profile field besides. All or
 * nothing: one bad line and nobody is made.
 */
@Singleton
public final class UserImport {
    /** Bytes of a file that is read at most. */
    public static final long LIMIT = 5L * 1024 * 1024;

    private static final int MOST_LINES = 20_000;
    private static final int MOST_PROBLEMS = 20;
    private static final List<String> NEEDED =
            List.of("username", Profile.FIRST_NAME, Profile.LAST_NAME, Profile.EMAIL);

    private final Accounts accounts;

    @Inject
    UserImport(Accounts accounts) {
        this.accounts = accounts;
    }

    /** @param line of the file, from 1; 0 for the file as a whole */
    public record Problem(int line, Message sentence) {}

    /** Either users were made, or there are problems and nobody was. */
    public record Result(List<User> made, List<Problem> problems) {}

    /** @param administrators whether site administrators may be made: only by one of them, and from the command line */
    public Result read(byte[] file, String actor, boolean administrators) {
        List<Problem> problems = new ArrayList<>();
        List<NewAccount> drafts = drafts(file, problems);
        if (!administrators && drafts.stream().anyMatch(draft -> draft.roles().contains(Accounts.ADMIN))) {
            problems.add(problem(0, "user.administratorsOnly"));
        }
        if (!problems.isEmpty()) {
            return new Result(List.of(), problems);
        }
        List<User> made = new ArrayList<>();
        drafts.forEach(draft -> made.add(accounts.create(draft, actor)));
        return new Result(made, List.of());
    }

    private List<NewAccount> drafts(byte[] file, List<Problem> problems) {
        List<CsvLines.Line> lines;
        try {
            lines = CsvLines.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString());
        } catch (CharacterCodingException foreign) {
            problems.add(problem(0, "import.encoding"));
            return List.of();
        }
        if (lines.isEmpty() || lines.size() > MOST_LINES) {
            problems.add(lines.isEmpty() ? problem(0, "import.empty") : problem(0, "import.long", MOST_LINES));
            return List.of();
        }
        List<String> columns = lines.get(0).fields().stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        for (String needed : NEEDED) {
            if (!columns.contains(needed)) {
                problems.add(problem(1, "import.column", needed, String.join(", ", NEEDED)));
                return List.of();
            }
        }
        List<NewAccount> drafts = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (CsvLines.Line line : lines.subList(1, lines.size())) {
            if (problems.size() >= MOST_PROBLEMS) {
                break;
            }
            draft(line, columns, names, problems).ifPresent(drafts::add);
        }
        return drafts;
    }

    private Optional<NewAccount> draft(
            CsvLines.Line line, List<String> columns, Set<String> names, List<Problem> problems) {
        if (line.fields().size() != columns.size()) {
            problems.add(problem(line.number(), "import.fields", line.fields().size(), columns.size()));
            return Optional.empty();
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            values.put(columns.get(i), line.fields().get(i).strip());
        }
        try {
            NewAccount draft = account(values);
            accounts.problems(draft).forEach(wrong -> problems.add(new Problem(line.number(), wrong.sentence())));
            if (!names.add(draft.username())) {
                problems.add(problem(line.number(), "import.twice", draft.username()));
            }
            return Optional.of(draft);
        } catch (PlatformException wrong) {
            problems.add(new Problem(line.number(), wrong.sentence()));
        }
        return Optional.empty();
    }

    private static NewAccount account(Map<String, String> values) {
        Map<String, String> fields = new HashMap<>(values);
        String username = fields.remove("username");
        String password = fields.getOrDefault("password", "");
        String roles = fields.getOrDefault("roles", fields.getOrDefault("role", ""));
        List.of("password", "roles", "role").forEach(fields::remove);
        return new NewAccount(
                username == null ? "" : username,
                new Profile(fields),
                password.isEmpty() ? Optional.empty() : Optional.of(password),
                roles.isBlank() ? List.of() : List.of(roles.strip().split("[\\s|]+")));
    }

    private static Problem problem(int line, String key, Object... arguments) {
        return new Problem(line, Message.of(UserImport.class, key, arguments));
    }
}
