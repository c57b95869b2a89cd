package network.constellation.protocol.method.whereis;

import static network.constellation.protocol.method.Codecs.arguments;
import static network.constellation.protocol.method.Codecs.bool;
import static network.constellation.protocol.method.Codecs.list;
import static network.constellation.protocol.method.Codecs.number;
import static network.constellation.protocol.method.Codecs.requiredString;
import static network.constellation.protocol.method.Codecs.string;
import static network.constellation.protocol.method.Codecs.struct;

import java.time.Instant;
import java.util.List;
import network.constellation.protocol.method.Codecs;
import network.constellation.protocol.method.Members;
import network.constellation.protocol.method.NetworkMethod;
import network.constellation.protocol.method.NetworkMethod.Authority;
import network.constellation.protocol.method.NetworkMethod.Effect;
import network.constellation.protocol.method.NetworkMethod.Parameter;
import network.constellation.protocol.method.NetworkMethod.Result;
import network.constellation.protocol.method.ValueCodec;

/** The service {@value #SERVICE}: "Where is this person?" (network-admin.md 6.5). */
public final class WhereisMethods {
    /** Published by each member to its hub, and to nobody else. */
    public static final String SERVICE = "mnetlocator";

    /** The site does not answer such questions: its administrator has closed the locator. */
    public static final int CLOSED = 531;

    /** The fewest letters that may be searched for: one would list everybody. */
    public static final int LEAST_LETTERS = 2;

    /** The most letters. */
    public static final int MOST_LETTERS = 100;

    /** Seconds since 1970. */
    private static final ValueCodec<Instant> INSTANT = Codecs.codec(
            instant -> number().encode(instant.getEpochSecond()),
            value -> Instant.ofEpochSecond(Math.max(0, Math.min(number().decode(value), 1L << 36))));

    private static final ValueCodec<PlaceOfPerson> PLACE = struct(
            place -> Members.create()
                    .with("site", place.site())
                    .with("since", INSTANT, place.since())
                    .with("seen", INSTANT, place.seen()),
            members -> new PlaceOfPerson(
                    members.required("site", requiredString()),
                    members.required("since", INSTANT),
                    members.required("seen", INSTANT)));

    private static final ValueCodec<AccountFound> ACCOUNT = struct(
            account -> Members.create()
                    .with("username", account.username())
                    .with("home", account.home())
                    .with("name", account.name())
                    .with("suspended", bool(), account.suspended())
                    .withOptional("lastlogin", INSTANT, account.lastLogin())
                    .with("places", list(PLACE), account.places()),
            members -> new AccountFound(
                    members.required("username", requiredString()),
                    members.required("home", requiredString()),
                    members.text("name"),
                    members.orElse("suspended", bool(), false),
                    members.optional("lastlogin", INSTANT),
                    members.required("places", list(PLACE))));

    /** Accounts that contain the text, with where they are signed in. */
    public static final NetworkMethod<PersonAsked, PeopleFound> FIND = new NetworkMethod<>(
            "constellation/whereis/find",
            List.of(SERVICE),
            Effect.READ,
            Authority.HUB,
            List.of(
                    new Parameter("text", "string", "Part of a name, user name, e-mail address or id number."),
                    new Parameter("searcher", "string", "Who asks, by user name at the hub: goes into the audit."),
                    new Parameter("limit", "int", "At most so many accounts, 1 to 50.")),
            new Result(
                    "struct", "Member total, and list accounts: username, home, name, suspended, lastlogin, places."),
            "Finds a person's account and live sessions for the hub's administrator. Each search is written into the"
                    + " audit here.",
            arguments(
                    asked -> List.of(
                            string().encode(asked.text()),
                            string().encode(asked.searcher()),
                            number().encode(asked.limit())),
                    given -> new PersonAsked(
                            given.required(0, "text", requiredString()),
                            given.required(1, "searcher", requiredString()),
                            given.orElse(2, "limit", number(), 50L))),
            struct(
                    found -> Members.create()
                            .with("total", number(), found.total())
                            .with("accounts", list(ACCOUNT), found.accounts()),
                    members -> new PeopleFound(
                            members.required("accounts", list(ACCOUNT)), members.required("total", number()))));

    public static final List<NetworkMethod<?, ?>> ALL = List.of(FIND);

    private WhereisMethods() {}
}
