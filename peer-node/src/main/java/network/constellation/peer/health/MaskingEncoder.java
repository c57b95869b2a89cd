package network.constellation.peer.health;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The last guard of the log: whatever an encoder wrote, private keys, passwords and tokens in it become three stars. It
 * makes up for a mistake elsewhere; nothing may rely on it.
 */
public final class MaskingEncoder extends EncoderBase<ILoggingEvent> {
    private static final Pattern PRIVATE_KEY = Pattern.compile(
            "(-----BEGIN [A-Z ]*PRIVATE KEY-----)(?:(?!-----END)[\\s\\S]){0,20000}(-----END [A-Z ]*PRIVATE KEY-----)?");
    private static final Pattern NAMED = Pattern.compile(
            "(?i)((?:password|passwd|secret|token|cookie|authorization|jdbc:[a-z]+:[^\\s\"]*password)"
                    + "\\\\?[\"']?\\s{0,3}[=:]\\s{0,3}(?:bearer\\s+|basic\\s+)?)(\\\\?[\"']?)[^\\s\"'&,;\\\\}\\])]{3,}");

    private final Encoder<ILoggingEvent> encoder;

    public MaskingEncoder(Encoder<ILoggingEvent> encoder) {
        this.encoder = encoder;
    }

    /** The text without secrets. */
    public static String mask(String text) {
        String masked = text;
        if (masked.contains("PRIVATE KEY")) {
            masked = PRIVATE_KEY.matcher(masked).replaceAll("$1***$2");
        }
        return NAMED.matcher(masked).replaceAll("$1$2***");
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        byte[] written = encoder.encode(event);
        return mask(new String(written, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] headerBytes() {
        return encoder.headerBytes();
    }

    @Override
    public byte[] footerBytes() {
        return encoder.footerBytes();
    }
}
