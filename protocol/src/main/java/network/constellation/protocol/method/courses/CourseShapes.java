package network.constellation.protocol.method.courses;

import static network.constellation.protocol.method.Codecs.bool;
import static network.constellation.protocol.method.Codecs.codec;
import static network.constellation.protocol.method.Codecs.list;
import static network.constellation.protocol.method.Codecs.number;
import static network.constellation.protocol.method.Codecs.numberAsString;
import static network.constellation.protocol.method.Codecs.requiredString;
import static network.constellation.protocol.method.Codecs.string;
import static network.constellation.protocol.method.Codecs.struct;

import java.time.Instant;
import java.util.List;
import network.constellation.protocol.method.Members;
import network.constellation.protocol.method.ShapeException;
import network.constellation.protocol.method.ValueCodec;

/** Structs of what our own peers say about courses. */
final class CourseShapes {
    private static final long LAST_SECOND = 253_402_300_799L;

    private static final ValueCodec<CourseSheet.Activity> ACTIVITY = struct(
            activity -> Members.create().with("module", activity.module()).with("title", activity.title()),
            members -> new CourseSheet.Activity(members.text("module"), members.text("title")));

    private static final ValueCodec<CourseSheet.Section> SECTION = struct(
            section -> Members.create()
                    .with("title", section.title())
                    .with("activities", list(ACTIVITY), section.activities()),
            members -> new CourseSheet.Section(
                    members.text("title"), members.orElse("activities", list(ACTIVITY), List.of())));

    static final ValueCodec<CourseSheet> SHEET = struct(
            sheet -> Members.create()
                    .with("title", sheet.title())
                    .with("shortname", sheet.shortname())
                    .with("summary", sheet.summary())
                    .with("author", sheet.author())
                    .with("moodleversion", sheet.moodleVersion())
                    .with("moodlerelease", sheet.moodleRelease())
                    .with("backuprelease", sheet.backupRelease())
                    .with("licences", list(string()), sheet.licences())
                    .with("files", number(), sheet.files())
                    .with("outline", list(SECTION), sheet.outline()),
            members -> new CourseSheet(
                    members.required("title", requiredString()),
                    members.text("shortname"),
                    members.text("summary"),
                    members.text("author"),
                    members.text("moodleversion"),
                    members.text("moodlerelease"),
                    members.text("backuprelease"),
                    members.orElse("licences", list(string()), List.of()),
                    members.orElse("files", number(), 0L),
                    members.orElse("outline", list(SECTION), List.of())));

    static final ValueCodec<CatalogEntry> ENTRY = checked(struct(
            entry -> Members.create()
                    .with("uid", entry.uid())
                    .with("version", number(), entry.version())
                    .with("origin", entry.origin())
                    .with("sha256", entry.sha256())
                    .with("size", numberAsString(), entry.size())
                    .with("published", number(), entry.published().getEpochSecond())
                    .with("sheet", SHEET, entry.sheet()),
            members -> new CatalogEntry(
                    members.required("uid", requiredString()),
                    members.required("version", number()),
                    members.text("origin"),
                    members.required("sha256", requiredString()),
                    members.required("size", numberAsString()),
                    Instant.ofEpochSecond(
                            Math.max(0, Math.min(LAST_SECOND, members.orElse("published", number(), 0L)))),
                    members.required("sheet", SHEET))));

    static final ValueCodec<CatalogQuestion.Page> PAGE = struct(
            page -> Members.create().with("total", number(), page.total()).with("entries", list(ENTRY), page.entries()),
            members -> new CatalogQuestion.Page(
                    members.orElse("total", number(), 0L), members.orElse("entries", list(ENTRY), List.of())));

    static final ValueCodec<CourseOrder> ORDER = checked(struct(
            order -> Members.create()
                    .with("order", order.order())
                    .with("kind", order.kind())
                    .with("user", CallingUser.CODEC, order.user())
                    .with("uid", order.uid())
                    .with("version", number(), order.version())
                    .withOptional("entry", ENTRY, order.entry())
                    .with("holdercourse", number(), order.holderCourse())
                    .with("category", order.category())
                    .with("replace", bool(), order.replace())
                    .with("dryrun", bool(), order.dryRun()),
            members -> new CourseOrder(
                    members.required("order", requiredString()),
                    members.required("kind", requiredString()),
                    members.required("user", CallingUser.CODEC),
                    members.text("uid"),
                    members.orElse("version", number(), 0L),
                    members.optional("entry", ENTRY),
                    members.orElse("holdercourse", number(), 0L),
                    members.text("category"),
                    members.orElse("replace", bool(), false),
                    members.orElse("dryrun", bool(), false))));

    private static final ValueCodec<OrderAnswer.Finding> FINDING = struct(
            finding -> Members.create()
                    .with("code", finding.code())
                    .with("weight", finding.weight())
                    .with("sentence", finding.sentence()),
            members -> new OrderAnswer.Finding(members.text("code"), members.text("weight"), members.text("sentence")));

    static final ValueCodec<OrderAnswer> ANSWER = struct(
            answer -> Members.create()
                    .with("state", answer.state())
                    .with("findings", list(FINDING), answer.findings())
                    .with("percent", number(), answer.percent())
                    .with("note", answer.note())
                    .with("course", number(), answer.course())
                    .with("url", answer.url())
                    .withOptional("entry", ENTRY, answer.entry())
                    .with("holdercourse", number(), answer.holderCourse()),
            members -> new OrderAnswer(
                    members.required("state", requiredString()),
                    members.orElse("findings", list(FINDING), List.of()),
                    members.orElse("percent", number(), 0L),
                    members.text("note"),
                    members.orElse("course", number(), 0L),
                    members.text("url"),
                    members.optional("entry", ENTRY),
                    members.orElse("holdercourse", number(), 0L)));

    static final ValueCodec<OrderReceipt> RECEIPT = struct(
            receipt -> Members.create()
                    .with("order", receipt.order())
                    .with("state", receipt.state())
                    .with("note", receipt.note())
                    .with("course", number(), receipt.course())
                    .with("url", receipt.url()),
            members -> new OrderReceipt(
                    members.required("order", requiredString()),
                    members.required("state", requiredString()),
                    members.text("note"),
                    members.orElse("course", number(), 0L),
                    members.text("url")));

    static final ValueCodec<CatalogQuestion> QUESTION = struct(
            question -> Members.create()
                    .with("search", question.search())
                    .with("offset", number(), question.offset())
                    .with("limit", number(), question.limit()),
            members -> new CatalogQuestion(
                    members.text("search"),
                    members.orElse("offset", number(), 0L),
                    members.orElse("limit", number(), (long) CatalogQuestion.MOST)));

    static final ValueCodec<Withdrawal> WITHDRAWAL = struct(
            withdrawal -> Members.create()
                    .with("user", CallingUser.CODEC, withdrawal.user())
                    .with("uid", withdrawal.uid()),
            members -> new Withdrawal(
                    members.required("user", CallingUser.CODEC), members.required("uid", requiredString())));

    static final ValueCodec<Whereabouts> WHEREABOUTS = struct(
            where -> Members.create().with("username", where.username()).with("site", where.site()),
            members -> new Whereabouts(
                    members.required("username", requiredString()), members.required("site", requiredString())));

    private CourseShapes() {}

    /** What a record's own constructor refuses is a wrong shape too. */
    private static <T> ValueCodec<T> checked(ValueCodec<T> inner) {
        return codec(inner::encode, value -> {
            try {
                return inner.decode(value);
            } catch (IllegalArgumentException wrong) {
                throw new ShapeException(String.valueOf(wrong.getMessage()));
            }
        });
    }
}
