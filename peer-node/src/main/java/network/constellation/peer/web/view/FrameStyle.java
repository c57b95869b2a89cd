package network.constellation.peer.web.view;

import com.google.inject.Binder;
import com.google.inject.multibindings.OptionalBinder;

/** The frame around every page of a tenant: a portal has a top bar, a console a left rail. */
public enum FrameStyle {
    PORTAL,
    CONSOLE;

    /** For the hub's module: its pages are a console. */
    public static void bindConsole(Binder binder) {
        OptionalBinder.newOptionalBinder(binder, FrameStyle.class).setBinding().toInstance(CONSOLE);
    }
}
