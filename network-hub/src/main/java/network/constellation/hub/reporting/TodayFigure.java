package network.constellation.hub.reporting;

import java.util.Optional;
import network.constellation.peer.web.text.Message;
import network.constellation.protocol.method.reporting.Figure;

/**
 * How a figure stands today.
 *
 * @param today of the day so far; empty: no site has told yet
 * @param usual mean of the same weekday in the last four weeks, whole days; empty: nothing is known of them
 */
public record TodayFigure(Figure figure, Optional<Number> today, Optional<Double> usual) {

    /** The figure's name. */
    public Message name() {
        return Message.of(NetworkReports.class, "today." + figure.label());
    }
}
