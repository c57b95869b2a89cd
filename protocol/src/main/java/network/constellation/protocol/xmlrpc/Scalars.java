package network.constellation.protocol.xmlrpc;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.xml.MalformedDocumentException;
import network.constellation.protocol.xml.MalformedDocumentException.Reason;

/** The text of single values, both ways. Reading takes what any known peer writes and refuses the rest. */
final class Scalars {
    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,19}");
    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?(?:[0-9]{1,400}\\.?[0-9]{0,1100}|\\.[0-9]{1,1100})" + "(?:[eE][+-]?[0-9]{1,4})?");
    private static final Pattern DATE = Pattern.compile(
            "([0-9]{4})-?([0-9]{2})-?([0-9]{2})T([0-9]{2}):?([0-9]{2}):?([0-9]{2})(?:\\.[0-9]{1,9})?Z?");
    private static final DateTimeFormatter DATE_FORM = DateTimeFormatter.ofPattern("yyyyMMdd'T'HH:mm:ss", Locale.ROOT);

    private Scalars() {}

    static Value string(String text) {
        return new Value.Str(text);
    }

    static Value nil(String text) {
        if (!text.isBlank()) {
            throw malformed("nil", text);
        }
        return new Value.Nil();
    }

    static Value wholeNumber(String text) {
        String number = text.strip();
        if (!WHOLE.matcher(number).matches()) {
            throw malformed("whole number", text);
        }
        try {
            return new Value.Int(Long.parseLong(number));
        } catch (NumberFormatException tooBig) {
            throw malformed("whole number of 64 bits", text);
        }
    }

    static Value truth(String text) {
        return switch (text.strip()) {
            case "1", "true" -> new Value.Bool(true);
            case "0", "false" -> new Value.Bool(false);
            default -> throw malformed("boolean", text);
        };
    }

    static Value number(String text) {
        String number = text.strip();
        if (!DECIMAL.matcher(number).matches()) {
            throw malformed("number", text);
        }
        double value = Double.parseDouble(number);
        if (!Double.isFinite(value)) {
            throw malformed("finite number", text);
        }
        return new Value.Dbl(value);
    }

    static Value date(String text) {
        Matcher date = DATE.matcher(text.strip());
        if (!date.matches()) {
            throw malformed("date", text);
        }
        try {
            return new Value.Date(LocalDateTime.of(
                    part(date, 1), part(date, 2), part(date, 3), part(date, 4), part(date, 5), part(date, 6)));
        } catch (DateTimeException impossible) {
            throw malformed("date", text);
        }
    }

    static Value bytes(String text) {
        try {
            return new Value.Base64(Base64.getMimeDecoder().decode(text));
        } catch (IllegalArgumentException notBase64) {
            throw malformed("base64 text", text);
        }
    }

    static String dateText(LocalDateTime date) {
        if (date.getYear() < 0 || date.getYear() > 9999) {
            throw new IllegalArgumentException("The year " + date.getYear() + " has no form in XML-RPC.");
        }
        return date.format(DATE_FORM);
    }

    /** The shortest decimal form without exponent, as phpxmlrpc writes it: {@code 3.25}, {@code 3}. */
    static String shortest(double value) {
        if (value == 0) {
            return 1 / value < 0 ? "-0" : "0";
        }
        BigDecimal plain = decimal(value).stripTrailingZeros();
        return plain.toPlainString();
    }

    /** With at least the six decimals of PHP's extension, and more where six would lose some. */
    static String sixDecimals(double value) {
        if (value == 0) {
            return 1 / value < 0 ? "-0.000000" : "0.000000";
        }
        BigDecimal decimal = decimal(value).stripTrailingZeros();
        return (decimal.scale() < 6 ? decimal.setScale(6) : decimal).toPlainString();
    }

    private static BigDecimal decimal(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("The number " + value + " has no form in XML-RPC.");
        }
        return BigDecimal.valueOf(value);
    }

    private static int part(Matcher date, int group) {
        return Integer.parseInt(date.group(group));
    }

    private static MalformedDocumentException malformed(String expected, String text) {
        String shown = text.length() > 40 ? text.substring(0, 40) + "..." : text;
        return new MalformedDocumentException(Reason.MALFORMED, "\"" + shown + "\" is no " + expected);
    }
}
