package network.constellation.peer.platform;

import network.constellation.keys.address.Wwwroot;

/** Who somebody is on the whole network: the home site and the name there. The same name at two homes is two people. */
public record UserKey(Wwwroot home, String username) {
    private static final int LONGEST = 100;

    public UserKey {
        username = username.strip();
        if (username.isEmpty() || username.length() > LONGEST) {
            throw new PlatformException("username.length", LONGEST);
        }
        // Other platforms allow more than we do for our own accounts; what could break a line or a page is refused.
        if (!username.matches("[^\\p{C}<>#][^\\p{C}<>]*")) {
            throw new PlatformException("username.characters", username);
        }
    }

    @Override
    public String toString() {
        return username + " of " + home;
    }
}
