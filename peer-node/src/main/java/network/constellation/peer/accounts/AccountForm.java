package network.constellation.peer.accounts;

import java.util.List;
import java.util.Map;
import network.constellation.peer.platform.PlatformException;
import network.constellation.peer.platform.Profile;
import network.constellation.peer.web.view.Form;

/** Takes a profile out of a form and puts what is wrong beside its field. */
final class AccountForm {
    private AccountForm() {}

    /** The profile as it was, with these fields as typed; a value that cannot be is said at its field and left out. */
    static Profile profile(Profile before, Form form, List<String> fields) {
        Profile profile = before;
        for (String field : fields) {
            try {
                profile = profile.with(field, form.value(field));
            } catch (PlatformException impossible) {
                form.error(field, impossible.sentence());
            }
        }
        return profile;
    }

    static Profile profile(Form form, List<String> fields) {
        return profile(new Profile(Map.of()), form, fields);
    }

    static void say(Form form, List<AccountProblem> problems) {
        problems.forEach(problem -> form.error(problem.field(), problem.sentence()));
    }
}
