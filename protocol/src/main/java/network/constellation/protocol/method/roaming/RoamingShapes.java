package network.constellation.protocol.method.roaming;

import static network.constellation.protocol.method.Codecs.base64InString;
import static network.constellation.protocol.method.Codecs.codec;
import static network.constellation.protocol.method.Codecs.list;
import static network.constellation.protocol.method.Codecs.number;
import static network.constellation.protocol.method.Codecs.numberAsString;
import static network.constellation.protocol.method.Codecs.requiredString;
import static network.constellation.protocol.method.Codecs.string;
import static network.constellation.protocol.method.Codecs.struct;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.method.Members;
import network.constellation.protocol.method.ShapeException;
import network.constellation.protocol.method.ValueCodec;

/** The structs of single sign-on as they stand on the wire (mnet-wire.md 11.1). */
final class RoamingShapes {
    private static final String SESSION_LIFETIME = "session.gc_maxlifetime";
    private static final String PICTURE_TIME = "_mnet_userpicture_timemodified";
    private static final String PICTURE_TYPE = "_mnet_userpicture_mimetype";
    private static final Set<String> NOT_PROFILE = Set.of(
            "username",
            "firstname",
            "lastname",
            "email",
            "auth",
            "wwwroot",
            SESSION_LIFETIME,
            PICTURE_TIME,
            PICTURE_TYPE,
            "myhosts");

    private static final ValueCodec<HostCourses> HOST = struct(
            host -> Members.create()
                    .with("name", host.name())
                    .with("url", host.url())
                    .with("count", number(), host.count()),
            members ->
                    new HostCourses(members.text("name"), members.text("url"), members.orElse("count", number(), 0L)));

    static final ValueCodec<RoamingUser> USER = struct(RoamingShapes::write, RoamingShapes::readUser);

    static final ValueCodec<ThemeInfo> THEME = struct(
            theme -> Members.create().with("themename", theme.themeName()).with("logourl", theme.logoUrl()),
            members -> new ThemeInfo(members.text("themename"), members.text("logourl")));

    static final ValueCodec<RemoteEnrolment> ENROLMENT = struct(RoamingShapes::write, RoamingShapes::readEnrolment);

    static final ValueCodec<KeepaliveResult> KEEPALIVE = struct(
            result -> Members.create()
                    .with("code", number(), (long) result.code())
                    .with("message", result.message())
                    .with("last log id", result.lastLogId()),
            RoamingShapes::readKeepalive);

    /** Without the log id, which {@code refresh_log} never had. */
    static final ValueCodec<KeepaliveResult> LOG_REFRESHED = struct(
            result -> Members.create()
                    .with("code", number(), (long) result.code())
                    .with("message", result.message()),
            RoamingShapes::readKeepalive);

    private static final ValueCodec<UserPicture.Present> PRESENT = struct(
            present -> {
                Members members = Members.create();
                write(members, "f1", present.large());
                present.small().ifPresent(small -> write(members, "f2", small));
                return members;
            },
            members -> new UserPicture.Present(
                    read(members, "f1", members.required("f1", base64InString())),
                    members.optional("f2", base64InString()).map(bytes -> read(members, "f2", bytes))));

    static final ValueCodec<UserPicture> PICTURE = codec(RoamingShapes::write, RoamingShapes::readPicture);

    static final ValueCodec<EnrolmentUpdateResult> UPDATE_RESULT = codec(
            result -> switch (result) {
                case REFUSED -> new Value.Bool(false);
                case CLEARED -> new Value.Bool(true);
                case UPDATED -> new Value.Str("");
            },
            value -> value instanceof Value.Bool truth
                    ? truth.value() ? EnrolmentUpdateResult.CLEARED : EnrolmentUpdateResult.REFUSED
                    : EnrolmentUpdateResult.UPDATED);

    private RoamingShapes() {}

    private static Members write(RoamingUser user) {
        Members members = Members.create()
                .with("username", user.username())
                .with("email", user.email())
                .with("firstname", user.firstname())
                .with("lastname", user.lastname());
        user.profile().forEach((name, value) -> {
            if (!NOT_PROFILE.contains(name)) {
                members.with(name, value);
            }
        });
        return members.with("auth", user.auth())
                .with("wwwroot", user.wwwroot())
                .withOptional(SESSION_LIFETIME, numberAsString(), user.sessionSeconds())
                .withOptional(PICTURE_TIME, numberAsString(), user.pictureModified())
                .withOptional(PICTURE_TYPE, string(), user.pictureMimeType())
                .with("myhosts", list(HOST), user.hosts());
    }

    private static RoamingUser readUser(Members members) {
        Map<String, String> profile = new LinkedHashMap<>();
        for (String name : members.names()) {
            if (!NOT_PROFILE.contains(name) && isScalar(members.value(name))) {
                profile.put(name, members.text(name));
            }
        }
        return new RoamingUser(
                members.required("username", requiredString()),
                members.text("firstname"),
                members.text("lastname"),
                members.text("email"),
                profile,
                members.text("auth"),
                members.text("wwwroot"),
                seconds(members, SESSION_LIFETIME),
                seconds(members, PICTURE_TIME),
                members.optional(PICTURE_TYPE, string()).filter(type -> !type.isEmpty()),
                members.orElse("myhosts", list(HOST), List.of()));
    }

    private static Optional<Long> seconds(Members members, String name) {
        return members.text(name).isEmpty() ? Optional.empty() : members.optional(name, numberAsString());
    }

    private static boolean isScalar(Optional<Value> value) {
        return value.isPresent()
                && (value.get() instanceof Value.Str
                        || value.get() instanceof Value.Int
                        || value.get() instanceof Value.Bool
                        || value.get() instanceof Value.Dbl
                        || value.get() instanceof Value.Nil);
    }

    private static Members write(RemoteEnrolment course) {
        return Members.create()
                .with("id", numberAsString(), course.id())
                .with("fullname", course.fullname())
                .with("shortname", course.shortname())
                .with("sortorder", numberAsString(), course.sortOrder())
                .with("idnumber", course.idNumber())
                .with("summary", course.summary())
                .with("startdate", numberAsString(), course.startDate())
                .with("cat_id", numberAsString(), course.categoryId())
                .with("cat_name", course.categoryName())
                .with("cat_description", course.categoryDescription())
                .with("defaultroleid", numberAsString(), course.defaultRoleId())
                .with("defaultrolename", course.defaultRoleName());
    }

    private static RemoteEnrolment readEnrolment(Members members) {
        return new RemoteEnrolment(
                members.required("id", numberAsString()),
                members.text("fullname"),
                members.text("shortname"),
                members.orElse("sortorder", numberAsString(), 0L),
                members.text("idnumber"),
                members.text("summary"),
                members.orElse("startdate", numberAsString(), 0L),
                members.orElse("cat_id", numberAsString(), 0L),
                members.text("cat_name"),
                members.text("cat_description"),
                members.orElse("defaultroleid", numberAsString(), 0L),
                members.text("defaultrolename"));
    }

    private static KeepaliveResult readKeepalive(Members members) {
        long code = members.required("code", number());
        return new KeepaliveResult(code == 0 ? 0 : 1, members.text("message"), members.text("last log id"));
    }

    private static Value write(UserPicture picture) {
        if (picture instanceof UserPicture.Present present) {
            return PRESENT.encode(present);
        }
        return picture instanceof UserPicture.None ? new Value.Arr(List.of()) : new Value.Bool(false);
    }

    private static UserPicture readPicture(Value value) {
        if (value instanceof Value.Struct struct && struct.members().containsKey("f1")) {
            return PRESENT.decode(value);
        }
        if (value instanceof Value.Bool || value instanceof Value.Nil) {
            return new UserPicture.NoUser();
        }
        if (value instanceof Value.Arr || value instanceof Value.Struct || isEmptyText(value)) {
            return new UserPicture.None();
        }
        throw new ShapeException("neither pictures nor false");
    }

    private static boolean isEmptyText(Value value) {
        return value instanceof Value.Str text && text.value().isEmpty();
    }

    private static void write(Members members, String name, Picture picture) {
        members.with(name, base64InString(), picture.bytes())
                .withOptional(name + "_mimetype", string(), picture.mimeType());
    }

    private static Picture read(Members members, String name, byte[] bytes) {
        return new Picture(bytes, members.optional(name + "_mimetype", string()).filter(type -> !type.isEmpty()));
    }
}
