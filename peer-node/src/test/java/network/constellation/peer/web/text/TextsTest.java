package network.constellation.peer.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TextsTest {
    private final Texts texts = new Texts();

    @Test
    void eachLanguageCountsItsOwnWay() {
        assertThat(texts.in(Languages.ENGLISH, Texts.class).count("time.hours", 0))
                .isEqualTo("0 hours");
        assertThat(texts.in(Languages.FRENCH, Texts.class).count("time.hours", 0))
                .isEqualTo("0 heure");
        assertThat(texts.in(Languages.ENGLISH, Texts.class).count("time.hours", 1))
                .isEqualTo("1 hour");
        assertThat(texts.in(Languages.FRENCH, Texts.class).count("time.hours", 1204))
                .isEqualTo("1\u202f204 heures");
    }

    @Test
    void whatFillsAGapIsNeverReadAsAPattern() {
        assertThat(texts.in(Languages.ENGLISH, Texts.class).say("error.said", "{0} {1} {"))
                .isEqualTo("{0} {1} {");
        assertThat(texts.in(Languages.ENGLISH, Texts.class).say("no.such.key")).isEqualTo("no.such.key");
    }

    @Test
    void theBrowsersWishIsHeardAsFarAsWeCan() {
        assertThat(Languages.negotiate("de, fr-CA;q=0.8, en;q=0.5")).isEqualTo(Languages.FRENCH);
        assertThat(Languages.negotiate("de")).isEqualTo(Languages.ENGLISH);
        assertThat(Languages.negotiate(";;;q=")).isEqualTo(Languages.ENGLISH);
        assertThat(Languages.negotiate(null)).isEqualTo(Languages.ENGLISH);
        assertThat(Languages.of("fr_ca")).contains(Languages.FRENCH);
        assertThat(Languages.of("frx")).isEmpty();
    }

    @Test
    void datesAreWrittenAsTheReaderExpects() {
        Instant instant = Instant.parse("2026-11-21T08:05:00Z");
        assertThat(Formats.of(Languages.ENGLISH).dateTime(instant)).isEqualTo("21 Nov 2026, 08:05");
        assertThat(Formats.of(Languages.FRENCH).dateTime(instant)).isEqualTo("21 nov. 2026, 08:05");
        assertThat(Formats.rough(Duration.ofMinutes(130))).isEqualTo(new Formats.Rough("time.hours", 2));
    }
}
