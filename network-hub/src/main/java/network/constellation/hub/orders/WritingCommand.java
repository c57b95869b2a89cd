package network.constellation.hub.orders;

import com.fasterxml.jackson.databind.JsonNode;

/** A command that brings about one state or another: executing it and taking it back are the same call. */
abstract class WritingCommand implements OrderCommand {
    /** Has the site take this state. @throws AdminRefused when the site says no */
    abstract void write(Site site, Values parameters, JsonNode state);

    @Override
    public final boolean writes() {
        return true;
    }

    @Override
    public final JsonNode execute(Site site, Values parameters, JsonNode after) {
        write(site, parameters, after);
        return after;
    }

    @Override
    public final void restore(Site site, Values parameters, JsonNode before) {
        write(site, parameters, before);
    }
}
