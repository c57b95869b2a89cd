package network.constellation.protocol.method.courses;

/** A course that its publisher wants hidden in a catalog; nothing is deleted. */
public record Withdrawal(CallingUser user, String uid) {}
