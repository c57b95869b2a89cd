package network.constellation.peer.whereis;

/**
 * Whether this site tells its hub where people are: section {@code whereis} of the configuration.
 *
 * @param answer false: every search is refused
 * @param hiddenField profile field by which a person is left out of every answer, when it is {@code 1}
 */
public record WhereisConfig(boolean answer, String hiddenField) {
    static WhereisConfig defaults() {
        return new WhereisConfig(true, "profile_field_hidelocation");
    }
}
