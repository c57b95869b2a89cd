package network.constellation.peer.platform;

import java.util.List;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;

/** The accounts of this site. A deleted account is not found by anything here. */
public interface PlatformUsers {

    Optional<User> find(long id);

    Optional<User> find(UserKey key);

    /** Somebody whose home is this site. */
    Optional<User> findLocal(String username);

    /** Everybody with this address whose home is this site. */
    List<User> findLocalByEmail(String email);

    UserList list(UserFilter filter);

    /** Of this home, or of all homes when empty; suspended ones are counted. */
    long count(Optional<Wwwroot> home);

    /** @throws PlatformException when the name is taken */
    User create(UserKey key, String auth, Profile profile);

    /** Replaces the whole profile. */
    User update(long id, Profile profile);

    void suspend(long id, boolean suspended);

    void rename(long id, String username);

    /** The name becomes free; the number does not. */
    void delete(long id);

    void loggedIn(long id);

    /** The administrators of the whole site, at least one once it is set up. */
    List<User> siteAdministrators();

    /** @throws PlatformException when that would leave nobody */
    void siteAdministrator(long id, boolean is);

    /** The picture of a user, if there is one: {@code f1} 100x100, {@code f2} 35x35. */
    Optional<Picture> picture(long id);

    void picture(long id, Picture picture);
}
