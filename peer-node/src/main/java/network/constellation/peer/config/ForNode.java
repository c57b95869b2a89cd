package network.constellation.peer.config;

import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Marks what belongs to the process where the unmarked thing of the same type belongs to a tenant. */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
public @interface ForNode {}
