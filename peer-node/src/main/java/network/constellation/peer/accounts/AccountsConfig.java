package network.constellation.peer.accounts;

import java.time.Duration;

/**
 * Rules of accounts ({@code accounts.}).
 *
 * @param passwordLength characters a new password has at least
 * @param resetLife how long a link for a forgotten password works
 * @param setupLife how long the first administrator's link works
 * @param accountFailures wrong passwords of one account before it must wait
 * @param addressFailures wrong passwords from one address before it must wait
 * @param shortestWait the first wait; each further failure doubles it
 * @param longestWait where the doubling ends
 */
public record AccountsConfig(
        int passwordLength,
        Duration resetLife,
        Duration setupLife,
        int accountFailures,
        int addressFailures,
        Duration shortestWait,
        Duration longestWait) {

    public static AccountsConfig defaults() {
        return new AccountsConfig(
                10, Duration.ofHours(1), Duration.ofDays(2), 5, 30, Duration.ofSeconds(5), Duration.ofMinutes(15));
    }
}
