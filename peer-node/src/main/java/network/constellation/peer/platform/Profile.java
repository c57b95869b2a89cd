package network.constellation.peer.platform;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a platform knows about a person, by the names that travel on the wire (mnet-wire.md 11.1), each as text. A
 * custom field is {@code profile_field_SHORTNAME}. Immutable; fields without a value are left out.
 */
public record Profile(Map<String, String> fields) {
    public static final String EMAIL = "email";
    public static final String FIRST_NAME = "firstname";
    public static final String LAST_NAME = "lastname";
    public static final String ID_NUMBER = "idnumber";
    public static final String LANGUAGE = "lang";
    public static final String CUSTOM = "profile_field_";

    /** Every standard field that one site may tell another. */
    public static final Set<String> STANDARD = Set.of(
            EMAIL,
            FIRST_NAME,
            LAST_NAME,
            ID_NUMBER,
            LANGUAGE,
            "address",
            "aim",
            "alternatename",
            "autosubscribe",
            "calendartype",
            "city",
            "country",
            "department",
            "description",
            "descriptionformat",
            "emailstop",
            "firstnamephonetic",
            "htmleditor",
            "icq",
            "imagealt",
            "institution",
            "lastnamephonetic",
            "maildigest",
            "maildisplay",
            "mailformat",
            "middlename",
            "moodlenetprofile",
            "msn",
            "phone1",
            "phone2",
            "picture",
            "secret",
            "skype",
            "suspended",
            "timezone",
            "trackforums",
            "trustbitmask",
            "url",
            "yahoo");

    /** What the network never carries, whoever asks. */
    private static final Set<String> NEVER = Set.of("secret", "suspended");

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_VALUE = 60_000;

    public Profile {
        Map<String, String> kept = new TreeMap<>();
        fields.forEach((name, value) -> {
            if (!value.isEmpty()) {
                check(name, value);
                kept.put(name, value);
            }
        });
        fields = Collections.unmodifiableMap(kept);
    }

    public static Profile of(String firstName, String lastName, String email) {
        return new Profile(Map.of(FIRST_NAME, firstName.strip(), LAST_NAME, lastName.strip(), EMAIL, email.strip()));
    }

    /** True for a field that may be sent to or taken from another site, if both wish so. */
    public static boolean mayTravel(String name) {
        return STANDARD.contains(name) && !NEVER.contains(name) || name.startsWith(CUSTOM);
    }

    public String firstName() {
        return fields.getOrDefault(FIRST_NAME, "");
    }

    public String lastName() {
        return fields.getOrDefault(LAST_NAME, "");
    }

    public String email() {
        return fields.getOrDefault(EMAIL, "");
    }

    public String fullName() {
        return (firstName() + " " + lastName()).strip();
    }

    public Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** With another value; an empty or absent one removes the field. */
    public Profile with(String name, @Nullable String value) {
        Map<String, String> changed = new TreeMap<>(fields);
        if (value == null || value.isEmpty()) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return new Profile(changed);
    }

    private static void check(String name, String value) {
        boolean known = STANDARD.contains(name)
                || name.startsWith(CUSTOM) && name.length() > CUSTOM.length() && name.length() <= LONGEST_NAME;
        if (!known) {
            throw new PlatformException("profile.unknownField", name);
        }
        if (value.length() > LONGEST_VALUE) {
            throw new PlatformException("profile.tooLong", name, LONGEST_VALUE);
        }
        if (name.equals(EMAIL) && !isEmail(value)) {
            throw new PlatformException("profile.email", value);
        }
    }

    /** One at sign with something on both sides, no blanks: more would refuse real addresses. */
    public static boolean isEmail(String value) {
        return value.length() <= 254 && value.toLowerCase(Locale.ROOT).matches("[^\\s@<>\"]+@[^\\s@<>\"]+");
    }
}
