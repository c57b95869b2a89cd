package network.constellation.protocol.method.courses;

import network.constellation.protocol.method.Codecs;
import network.constellation.protocol.method.Members;
import network.constellation.protocol.method.ValueCodec;

/**
 * The person on whose behalf a site calls (courses-and-certificates.md 2.1), as claimed; nothing of it is proved by the
 * envelope. A part that was not sent is empty.
 *
 * @param username at the home
 * @param home wwwroot of the person's home
 * @param site wwwroot that the calling site claims to have
 */
public record CallingUser(String username, String home, String site) {

    static final ValueCodec<CallingUser> CODEC = Codecs.struct(CallingUser::write, CallingUser::read);

    public boolean isComplete() {
        return !username.isBlank() && !home.isBlank() && !site.isBlank();
    }

    private static Members write(CallingUser user) {
        return Members.create()
                .with("username", user.username())
                .with("remoteuserhostroot", user.home())
                .with("remotehostroot", user.site());
    }

    private static CallingUser read(Members members) {
        return new CallingUser(
                members.text("username"), members.text("remoteuserhostroot"), members.text("remotehostroot"));
    }
}
