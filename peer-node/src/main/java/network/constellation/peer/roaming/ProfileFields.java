package network.constellation.peer.roaming;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import network.constellation.peer.platform.Profile;
import network.constellation.peer.web.text.PlainText;

/**
 * Which fields of a profile cross between sites (mnet-wire.md 11.1, {@code user_authorise}). Username, e-mail, first and
 * last name always do; others only when listed; what says who somebody is to a site (password, suspension, home) never.
 */
final class ProfileFields {
    /** Told and taken without being listed. */
    static final List<String> ALWAYS = List.of("username", Profile.EMAIL, Profile.FIRST_NAME, Profile.LAST_NAME);

    /** Listed, it stands for the picture and its time. */
    static final String PICTURE = "picture";

    /** What the administrator's form offers; custom fields can be listed as well. */
    static final List<String> OFFERED = List.of(
            "city",
            "country",
            "lang",
            "timezone",
            "description",
            Profile.ID_NUMBER,
            "institution",
            "department",
            "phone1",
            "phone2",
            "address",
            "url",
            PICTURE);

    private static final int MOST_CHARACTERS = 4000;

    private ProfileFields() {}

    /** @throws IllegalArgumentException with a sentence that names the field */
    static List<String> check(List<String> fields) {
        List<String> kept = new ArrayList<>();
        for (String field : fields) {
            if (!Profile.mayTravel(field) && !ALWAYS.contains(field)) {
                throw new IllegalArgumentException("The profile field \"" + field
                        + "\" cannot be told to other sites; possible are " + String.join(", ", OFFERED)
                        + " and custom fields (" + Profile.CUSTOM + "NAME).");
            }
            if (!kept.contains(field) && !ALWAYS.contains(field)) {
                kept.add(field);
            }
        }
        return List.copyOf(kept);
    }

    /** The fields of {@code profile} that are listed, in the order of the list; the picture goes another way. */
    static Map<String, String> only(List<String> listed, Map<String, String> profile) {
        Map<String, String> kept = new LinkedHashMap<>();
        for (String field : listed) {
            String value = profile.get(field);
            if (value != null && Profile.mayTravel(field) && !field.equals(PICTURE)) {
                kept.put(field, clean(value, MOST_CHARACTERS));
            }
        }
        return kept;
    }

    /** A text of a stranger as one of ours: no control characters but line ends, of bounded length. */
    static String clean(String text, int mostCharacters) {
        return PlainText.clean(text, mostCharacters);
    }
}
