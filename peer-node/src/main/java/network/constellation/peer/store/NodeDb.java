package network.constellation.peer.store;

import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** The database of the process, where the unmarked {@code Jdbi} is the tenant's. */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
public @interface NodeDb {}
