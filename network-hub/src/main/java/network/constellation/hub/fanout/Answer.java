package network.constellation.hub.fanout;

/** What came of asking one site; why there is none is never guessed from silence. */
public sealed interface Answer<T> {

    /** It answered. */
    record Given<T>(T value) implements Answer<T> {}

    /** It answered that it does not answer this, or that we may not ask. */
    record Refused<T>(int code, String text) implements Answer<T> {}

    /** It does not know the question, or never agreed to be asked: older or other software, or services not set up. */
    record Unsupported<T>(String why) implements Answer<T> {}

    /** Its answer could not be used: {@code why} is the question's own sentence. */
    record Unusable<T>(String why) implements Answer<T> {}

    /** No answer came in time. */
    record Unreachable<T>(String why) implements Answer<T> {}
}
