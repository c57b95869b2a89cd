package network.constellation.keys.password;

import static org.assertj.core.api.Assertions.assertThat;

import network.constellation.keys.provider.CryptoEngine;
import org.junit.jupiter.api.Test;

class PasswordHasherTest {
    private final PasswordHasher hasher = new PasswordHasher(CryptoEngine.pureJava());

    @Test
    void aPasswordMatchesItsOwnHashOnly() {
        String stored = hasher.hash("correct horse");
        assertThat(stored).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(hasher.matches(stored, "correct horse")).isTrue();
        assertThat(hasher.matches(stored, "correct horsf")).isFalse();
        assertThat(hasher.hash("correct horse")).isNotEqualTo(stored);
        assertThat(hasher.isOutdated(stored)).isFalse();
        assertThat(hasher.matchesNobody("correct horse")).isFalse();
    }

    /** Made by the reference implementation: {@code echo -n password | argon2 somesalt -id -t 2 -m 16 -p 1 -l 32}. */
    @Test
    void readsWhatTheReferenceImplementationWrites() {
        String reference = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
        assertThat(hasher.matches(reference, "password")).isTrue();
        assertThat(hasher.matches(reference, "differentpassword")).isFalse();
        assertThat(hasher.isOutdated(reference)).isTrue();
    }

    @Test
    void aStoredTextThatIsNoneOfOursMatchesNothing() {
        for (String stored : new String[] {
            "", "password", "$2y$10$abcdefghijklmnopqrstuu", "$argon2id$v=19$m=9999999,t=2,p=1$c29tZXNhbHQ$AAAA"
        }) {
            assertThat(hasher.matches(stored, "password")).isFalse();
        }
    }

    @Test
    void theSameLettersFromAnotherKeyboardAreTheSamePassword() {
        assertThat(hasher.matches(hasher.hash("e\u0301te\u0301 chaud"), "\u00e9t\u00e9 chaud"))
                .isTrue();
    }
}
