package network.constellation.peer.mail;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import network.constellation.peer.jobs.JobFailure;
import network.constellation.peer.tenant.Tenant;
import network.constellation.peer.web.view.SiteLook;

/** Hands one letter to the operator's SMTP server. */
@Singleton
final class SmtpPost {
    private static final String TIMEOUT_MILLIS = "20000";

    private final MailConfig config;
    private final Tenant tenant;
    private final SiteLook look;

    @Inject
    SmtpPost(MailConfig config, Tenant tenant, SiteLook look) {
        this.config = config;
        this.tenant = tenant;
        this.look = look;
    }

    /**
     * @throws JobFailure when the server will never take it
     * @throws MessagingException when it may take it later
     */
    void send(Letter letter, Instant now) throws MessagingException, JobFailure {
        try {
            Transport.send(message(letter, now));
        } catch (AddressException | UnsupportedEncodingException impossible) {
            throw new JobFailure("The address of a letter is none");
        } catch (SendFailedException refused) {
            if (refused.getInvalidAddresses() != null && refused.getInvalidAddresses().length > 0) {
                throw new JobFailure("The mail server refuses the address of a letter: " + refused.getMessage());
            }
            throw refused;
        }
    }

    private MimeMessage message(Letter letter, Instant now) throws MessagingException, UnsupportedEncodingException {
        MimeMessage message = new MimeMessage(session());
        String from = config.from().isEmpty() ? "noreply@" + tenant.wwwroot().host() : config.from();
        message.setFrom(new InternetAddress(from, look.name(), StandardCharsets.UTF_8.name()));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to(), true));
        message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        message.setText(letter.text(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(now));
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    private Session session() {
        Properties properties = new Properties();
        String protocol = config.security().equals("tls") ? "smtps" : "smtp";
        properties.put("mail.transport.protocol", protocol);
        properties.put("mail." + protocol + ".host", config.host());
        properties.put("mail." + protocol + ".port", String.valueOf(config.port()));
        properties.put("mail." + protocol + ".connectiontimeout", TIMEOUT_MILLIS);
        properties.put("mail." + protocol + ".timeout", TIMEOUT_MILLIS);
        properties.put("mail." + protocol + ".writetimeout", TIMEOUT_MILLIS);
        properties.put(
                "mail." + protocol + ".auth", String.valueOf(!config.user().isEmpty()));
        properties.put("mail." + protocol + ".ssl.checkserveridentity", "true");
        properties.put("mail.transport.protocol.rfc822", protocol);
        boolean startTls = config.security().equals("starttls");
        properties.put("mail.smtp.starttls.enable", String.valueOf(startTls));
        properties.put("mail.smtp.starttls.required", String.valueOf(startTls));
        return Session.getInstance(properties, new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(config.user(), config.password());
            }
        });
    }
}
