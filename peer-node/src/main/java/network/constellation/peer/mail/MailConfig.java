package network.constellation.peer.mail;

import java.util.Set;

/**
 * The SMTP server ({@code mail.}); without a host no mail is sent, and pages show links instead.
 *
 * @param host name of the server
 * @param port of the server
 * @param security {@code starttls} (refuses to go on without), {@code tls}, or {@code none}
 * @param user empty: without signing in
 * @param password of that user
 * @param from the sender's address; empty: {@code noreply@HOST-OF-THE-SITE}
 */
public record MailConfig(String host, int port, String security, String user, String password, String from) {
    public MailConfig {
        if (!Set.of("starttls", "tls", "none").contains(security)) {
            throw new IllegalArgumentException("mail.security is starttls, tls or none");
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("mail.port is between 1 and 65535");
        }
    }

    public static MailConfig defaults() {
        return new MailConfig("", 587, "starttls", "", "", "");
    }

    public boolean configured() {
        return !host.isEmpty();
    }

    @Override
    public String toString() {
        return "MailConfig[" + host + ":" + port + ", " + security + "]";
    }
}
