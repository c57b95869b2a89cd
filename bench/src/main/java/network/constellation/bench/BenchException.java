package network.constellation.bench;

/** A measurement that would not mean anything; the message says why. */
final class BenchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BenchException(String sentence) {
        super(sentence);
    }
}
