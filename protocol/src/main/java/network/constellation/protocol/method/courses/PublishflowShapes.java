package network.constellation.protocol.method.courses;

import static network.constellation.protocol.method.Codecs.bool;
import static network.constellation.protocol.method.Codecs.codec;
import static network.constellation.protocol.method.Codecs.struct;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.method.Arguments;
import network.constellation.protocol.method.Members;
import network.constellation.protocol.method.ValueCodec;
import network.constellation.protocol.method.status.StatusAnswer;
import network.constellation.protocol.method.status.StatusCodecs;

/** Structs of the originals' course functions. */
final class PublishflowShapes {
    private static final String CATEGORY_MEMBER = "category";

    /** Overrides of the course record, of which only the category has ever meant anything. */
    static final ValueCodec<Optional<String>> CATEGORY = struct(
            category -> {
                Members members = Members.create();
                category.ifPresent(id -> members.with(CATEGORY_MEMBER, id));
                return members;
            },
            members -> Optional.of(members.text(CATEGORY_MEMBER)).filter(id -> !id.isEmpty()));

    /** All parameters by name. */
    static final ValueCodec<CourseQuestion> WRAPPED = struct(
            question -> Members.create()
                    .with("callinguser", CallingUser.CODEC, question.user())
                    .with("idfield", question.idField())
                    .with("courseidentifier", question.identifier())
                    .with("whereroot", question.whereRoot())
                    .with("mode", question.mode())
                    .with("parmsoverride", CATEGORY, question.category())
                    .with("jsonresponse", bool(), question.asText()),
            members -> new CourseQuestion(
                    members.required("callinguser", CallingUser.CODEC),
                    members.text("idfield"),
                    members.text("courseidentifier"),
                    members.text("whereroot"),
                    members.text("mode"),
                    members.orElse("parmsoverride", CATEGORY, Optional.empty()),
                    members.orElse("jsonresponse", bool(), true)));

    /** An accepted user is an empty string, unless JSON was asked for. */
    static final ValueCodec<StatusAnswer> EMPTY_OR_ANSWER = codec(
            answer -> answer.isSuccess() && !answer.asText()
                    ? Value.of("")
                    : StatusCodecs.answer().encode(answer.asText(true)),
            value -> value instanceof Value.Str text && text.value().isEmpty()
                    ? StatusAnswer.success()
                    : StatusCodecs.answer().decode(value));

    private PublishflowShapes() {}

    static List<Value> texts(String... texts) {
        return Arrays.stream(texts).<Value>map(Value::of).toList();
    }

    static CallingUser user(Arguments given) {
        return given.required(0, "callinguser", CallingUser.CODEC);
    }

    static boolean json(Arguments given, int position) {
        return given.orElse(position, "jsonresponse", bool(), true);
    }
}
