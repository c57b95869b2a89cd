package network.constellation.protocol.method.reporting;

import java.util.OptionalLong;
import network.constellation.keys.address.InvalidAddressException;
import network.constellation.keys.address.Wwwroot;

/**
 * One number.
 *
 * @param of the hour or the address that the figure is told apart by; empty where it is not. Nothing else fits in
 * @param count not negative; empty: withheld, because it is small enough to point at somebody
 */
public record FigureValue(Figure figure, String of, OptionalLong count) {
    public FigureValue {
        boolean fits = switch (figure.key()) {
            case NONE -> of.isEmpty();
            case HOUR -> of.matches("[0-9]|1[0-9]|2[0-3]");
            case SITE -> isAddress(of);
        };
        if (!fits) {
            throw new IllegalArgumentException(figure.label() + " is not told apart by what is given");
        }
        if (count.isPresent() && count.getAsLong() < 0) {
            throw new IllegalArgumentException(figure.label() + " cannot be negative");
        }
    }

    private static boolean isAddress(String text) {
        try {
            return Wwwroot.of(text).value().equals(text);
        } catch (InvalidAddressException none) {
            return false;
        }
    }
}
