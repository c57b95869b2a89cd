package network.constellation.hub.subnets;

import network.constellation.keys.address.Wwwroot;
import network.constellation.protocol.directory.strategy.ServiceMatrix;

/** One end of a link as the plan wants it; {@code services} is what {@code at} holds towards {@code about}. */
record WantedEnd(int subnetwork, Wwwroot at, Wwwroot about, ServiceMatrix services) {
    Key key() {
        return new Key(subnetwork, at, about);
    }

    /** By what one end is told from another. */
    record Key(int subnetwork, Wwwroot at, Wwwroot about) {}
}
