package network.constellation.protocol.method.courses;

/** A person and a site where that person is said to be. @param username at the home @param site its wwwroot */
public record Whereabouts(String username, String site) {}
