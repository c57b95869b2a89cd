package network.constellation.protocol.method.enrolment;

import static network.constellation.protocol.method.Codecs.codec;
import static network.constellation.protocol.method.Codecs.flagAsString;
import static network.constellation.protocol.method.Codecs.list;
import static network.constellation.protocol.method.Codecs.numberAsString;
import static network.constellation.protocol.method.Codecs.requiredString;
import static network.constellation.protocol.method.Codecs.string;
import static network.constellation.protocol.method.Codecs.struct;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.method.Members;
import network.constellation.protocol.method.ValueCodec;

/** The structs of remote enrolment as they stand on the wire (mnet-wire.md 11.2). */
final class EnrolmentShapes {
    /** The formats of texts are numbers of the originals; 1 is HTML. */
    private static final String HTML = "1";

    private static final Set<String> WHO = Set.of("id", "username", "firstname", "lastname", "email");

    static final ValueCodec<AvailableCourse> COURSE = struct(EnrolmentShapes::write, EnrolmentShapes::readCourse);

    static final ValueCodec<EnrolledUser> USER = struct(EnrolmentShapes::write, EnrolmentShapes::readUser);

    static final ValueCodec<CourseEnrolment> ENROLMENT = struct(
            enrolment -> Members.create()
                    .with("username", enrolment.username())
                    .with("shortname", enrolment.role())
                    .with("name", enrolment.roleName())
                    .with("enrol", enrolment.method())
                    .with("timemodified", numberAsString(), enrolment.modified()),
            members -> new CourseEnrolment(
                    members.required("username", requiredString()),
                    members.text("shortname"),
                    members.text("name"),
                    members.text("enrol"),
                    members.orElse("timemodified", numberAsString(), 0L)));

    static final ValueCodec<EnrolRequest.Wish> WISH = struct(
            wish -> Members.create().with("role", wish.role()).with("byself", flagAsString(), wish.bySelf()),
            members -> new EnrolRequest.Wish(members.text("role"), members.orElse("byself", flagAsString(), false)));

    /** Sent as the comma list of the originals; an array is read too. */
    static final ValueCodec<List<String>> ROLES = codec(
            roles -> new Value.Str(String.join(",", roles)),
            value -> value instanceof Value.Arr || value instanceof Value.Struct
                    ? list(string()).decode(value)
                    : names(string().decode(value)));

    private EnrolmentShapes() {}

    private static List<String> names(String commaList) {
        return Arrays.stream(commaList.split(",")).map(String::strip).toList();
    }

    private static Members write(AvailableCourse course) {
        Members members = Members.create()
                .with("remoteid", numberAsString(), course.remoteId())
                .with("fullname", course.fullname())
                .with("shortname", course.shortname())
                .with("idnumber", course.idNumber())
                .with("summary", course.summary())
                .with("summaryformat", HTML)
                .with("sortorder", numberAsString(), course.sortOrder())
                .with("startdate", numberAsString(), course.startDate())
                .with("cat_id", numberAsString(), course.categoryId())
                .with("cat_name", course.categoryName())
                .with("cat_description", course.categoryDescription())
                .with("cat_descriptionformat", HTML)
                .with("cost", course.cost())
                .with("currency", course.currency())
                .with("defaultroleid", numberAsString(), course.defaultRoleId())
                .with("defaultrolename", course.defaultRoleName());
        course.terms()
                .ifPresent(terms -> members.with("selfenrol", flagAsString(), terms.selfEnrolment())
                        .with("roles", String.join(",", terms.roles()))
                        .with(
                                "placesleft",
                                terms.placesLeft().map(String::valueOf).orElse("")));
        return members;
    }

    private static AvailableCourse readCourse(Members members) {
        return new AvailableCourse(
                members.required("remoteid", numberAsString()),
                members.text("fullname"),
                members.text("shortname"),
                members.text("idnumber"),
                members.text("summary"),
                members.orElse("sortorder", numberAsString(), 0L),
                members.orElse("startdate", numberAsString(), 0L),
                members.orElse("cat_id", numberAsString(), 0L),
                members.text("cat_name"),
                members.text("cat_description"),
                members.text("cost"),
                members.text("currency"),
                members.orElse("defaultroleid", numberAsString(), 0L),
                members.text("defaultrolename"),
                members.value("selfenrol").map(told -> readTerms(members)));
    }

    private static EnrolmentTerms readTerms(Members members) {
        Optional<Long> places = members.text("placesleft").isEmpty()
                ? Optional.empty()
                : members.optional("placesleft", numberAsString());
        List<String> roles = names(members.text("roles")).stream()
                .filter(role -> !role.isEmpty())
                .toList();
        return new EnrolmentTerms(members.orElse("selfenrol", flagAsString(), false), roles, places);
    }

    private static Members write(EnrolledUser user) {
        Members members = Members.create()
                .with("username", user.username())
                .with("email", user.email())
                .with("firstname", user.firstname())
                .with("lastname", user.lastname());
        user.profile().forEach(members::with);
        return members;
    }

    private static EnrolledUser readUser(Members members) {
        Map<String, String> profile = new LinkedHashMap<>();
        for (String name : new ArrayList<>(members.names())) {
            members.value(name)
                    .filter(value -> !WHO.contains(name) && isScalar(value))
                    .ifPresent(value -> profile.put(name, members.text(name)));
        }
        return new EnrolledUser(
                members.text("username"),
                members.text("firstname"),
                members.text("lastname"),
                members.text("email"),
                profile);
    }

    private static boolean isScalar(Value value) {
        return value instanceof Value.Str || value instanceof Value.Int || value instanceof Value.Bool;
    }
}
