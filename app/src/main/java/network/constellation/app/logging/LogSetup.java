package network.constellation.app.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.Locale;
import network.constellation.peer.health.MaskingEncoder;

/**
 * Log lines go to standard error: readable text with the trace id, or one JSON object a line when the
 * launcher is told {@code CONSTELLATION_LOG_FORMAT=json}. A node that runs tells what it does; a short command only what goes wrong.
 */
public final class LogSetup extends ContextAwareBase implements Configurator {
    private static final String OWN_PACKAGES = "network.constellation";
    private static final String TEXT = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSX} %-5level [%X{trace:--}] %logger{0}: %msg%n%ex";

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        if (Thread.currentThread().getContextClassLoader().getResource("logback-test.xml") != null) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setContext(context);
        console.setTarget("System.err");
        MaskingEncoder masked = new MaskingEncoder(encoder(context));
        masked.setContext(context);
        masked.start();
        console.setEncoder(masked);
        console.start();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(console);
        context.getLogger(OWN_PACKAGES)
                .setLevel(Level.toLevel(System.getProperty("constellation.log.level"), Level.WARN));
        // Our time columns have time zones; the scheduler cannot know that.
        context.getLogger("com.github.kagkarlsson.scheduler.jdbc.AutodetectJdbcCustomization")
                .setLevel(Level.OFF);
        // It repeats at each start that migrations may come out of order, which is how rooms contribute them.
        context.getLogger("org.flywaydb").setLevel(Level.ERROR);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static Encoder<ILoggingEvent> encoder(LoggerContext context) {
        String wanted = System.getProperty("constellation.log.format", "text").toLowerCase(Locale.ROOT);
        if (wanted.equals("json")) {
            JsonEncoder json = new JsonEncoder();
            json.setWithContext(false);
            json.setWithSequenceNumber(false);
            json.setWithNanoseconds(false);
            json.setContext(context);
            json.start();
            return json;
        }
        PatternLayoutEncoder text = new PatternLayoutEncoder();
        text.setContext(context);
        text.setPattern(TEXT);
        text.start();
        return text;
    }
}
