package network.constellation.peer.platform;

import java.util.List;
import java.util.Map;

/**
 * The parts of the platform that can be hidden, by type ({@code mod}, {@code block}, {@code auth}, {@code enrol}) and
 * name. Whoever shows such a part asks {@link #isEnabled} first.
 */
public interface Plugins {
    String ACTIVITY = "mod";
    String BLOCK = "block";
    String AUTH = "auth";
    String ENROL = "enrol";

    /** Types that this platform has plugins of. */
    List<String> types();

    /** Every installed plugin of a type. @throws PlatformException for an unknown type */
    Map<String, PluginState> states(String type);

    /**
     * False for a plugin that is hidden or not installed. A type of activity that this platform has never heard of is
     * shown all the same: hiding is a decision, not a gap.
     */
    boolean isEnabled(String type, String name);

    /**
     * @return the former state
     * @throws PlatformException for what is not installed, for {@code AVAILABLE} outside filters, and for what the site
     *     cannot do without: sign-in and enrolment by hand
     */
    PluginState set(String type, String name, PluginState state);
}
