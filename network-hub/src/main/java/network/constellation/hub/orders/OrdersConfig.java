package network.constellation.hub.orders;

/**
 * {@code orders.}
 *
 * @param atOnce how many sites are called at the same time; a site has as long as any call has, 60 seconds
 */
public record OrdersConfig(int atOnce) {
    public OrdersConfig {
        if (atOnce < 1 || atOnce > 100) {
            throw new IllegalArgumentException("orders.at-once must be from 1 to 100.");
        }
    }

    public static OrdersConfig defaults() {
        return new OrdersConfig(8);
    }
}
