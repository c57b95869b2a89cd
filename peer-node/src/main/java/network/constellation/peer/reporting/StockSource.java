package network.constellation.peer.reporting;

import com.google.inject.Binder;
import com.google.inject.multibindings.Multibinder;
import java.util.Map;
import network.constellation.protocol.method.reporting.Figure;

/** Counts things that are there now; a room contributes one for what only it knows. */
public interface StockSource {
    /** Figures of {@link Figure.Sort#STOCK}; what cannot be counted is left out, never zero. */
    Map<Figure, Long> count();

    /** For the module of a room. */
    static void bind(Binder binder, Class<? extends StockSource> source) {
        Multibinder.newSetBinder(binder, StockSource.class).addBinding().to(source);
    }
}
