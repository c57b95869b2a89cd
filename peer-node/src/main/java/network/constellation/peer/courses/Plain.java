package network.constellation.peer.courses;

/** Words of other sites, fit for one line; markup in them is text like any other. */
final class Plain {
    private Plain() {}

    /** Without control characters, cut after {@code most} characters. */
    static String line(String text, int most) {
        String line = text.replaceAll("[\\p{Cntrl}\\p{Cf}]+", " ").strip();
        return line.length() <= most ? line : line.substring(0, most - 1).stripTrailing() + "…";
    }
}
