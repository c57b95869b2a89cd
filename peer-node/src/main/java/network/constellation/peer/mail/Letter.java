package network.constellation.peer.mail;

/** A letter in plain text, ready to go. */
public record Letter(String to, String subject, String text) {
    public Letter {
        if (to.isBlank() || to.chars().anyMatch(c -> c < ' ')) {
            throw new IllegalArgumentException("A letter needs an address");
        }
        subject = subject.replaceAll("[\\r\\n]+", " ");
    }

    /** The text may hold a one-time link and stays out of logs. */
    @Override
    public String toString() {
        return "Letter[" + subject + "]";
    }
}
