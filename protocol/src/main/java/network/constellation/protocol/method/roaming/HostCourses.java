package network.constellation.protocol.method.roaming;

/** A site on which the user has courses, and how many. */
public record HostCourses(String name, String url, long count) {}
