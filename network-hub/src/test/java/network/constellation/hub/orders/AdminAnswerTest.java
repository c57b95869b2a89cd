package network.constellation.hub.orders;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Answers of the originals in the shapes they had over the years (network-admin.md 3.1). */
@Tag("NA-33")
class AdminAnswerTest {
    @Test
    void theShapeOfTodayIsRead() {
        AdminAnswer answer = AdminAnswer.parse("{\"status\": 200, \"error\": \"\", \"errors\": [], \"value\": \"fr\"}");
        assertThat(answer.status()).isEqualTo(AdminAnswer.SUCCESS);
        assertThat(answer.errors()).isEmpty();
        assertThat(answer.value().asText()).isEqualTo("fr");
    }

    @Test
    void errorsMayBeAListOneTextOrMissing() {
        assertThat(AdminAnswer.parse("{\"status\": 520, \"errors\": [\"one\", \"two\"]}")
                        .errors())
                .containsExactly("one", "two");
        assertThat(AdminAnswer.parse("{\"status\": 520, \"errors\": \"one\"}").errors())
                .containsExactly("one");
        assertThat(AdminAnswer.parse("{\"status\": 520, \"error\": \"last\"}").errors())
                .containsExactly("last");
        assertThat(AdminAnswer.parse("{\"status\": 200}").errors()).isEmpty();
    }

    @Test
    void numbersMayBeTextsAndTheWholeMayBeEncodedTwice() {
        assertThat(AdminAnswer.parse("{\"status\": \"510\"}").status()).isEqualTo(510);
        AdminAnswer twice = AdminAnswer.parse("\"{\\\"status\\\": 200, \\\"value\\\": \\\"on\\\"}\"");
        assertThat(twice.status()).isEqualTo(AdminAnswer.SUCCESS);
        assertThat(twice.value().asText()).isEqualTo("on");
    }

    @Test
    void markupInAnErrorIsNotShown() {
        assertThat(AdminAnswer.parse("{\"status\": 500, \"errors\": [\"<b>No<br/> such</b> role\"]}")
                        .errors())
                .containsExactly("No such role");
    }

    @Test
    @Tag("NA-42")
    void whatIsNoAnswerIsTheCallersOwnCode() {
        for (String garbage :
                new String[] {"", "<html>It works!</html>", "[]", "{}", "\"text\"", "null", "{\"status\":"}) {
            AdminAnswer answer = AdminAnswer.parse(garbage);
            assertThat(answer.status()).as(garbage).isEqualTo(AdminAnswer.GARBAGE);
            assertThat(answer.errors()).as(garbage).hasSize(1);
        }
        assertThat(AdminAnswer.parse("x".repeat(5_000_001)).status()).isEqualTo(AdminAnswer.GARBAGE);
    }
}
