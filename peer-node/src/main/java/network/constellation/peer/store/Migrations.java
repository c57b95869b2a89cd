package network.constellation.peer.store;

import com.google.inject.Binder;
import com.google.inject.multibindings.Multibinder;

/**
 * A folder of Flyway scripts on the class path that one room owns, such as {@code db/tenant/roaming} with {@code
 * V40_1__tokens.sql}. Each room has its own first number, so rooms never wait for each other.
 */
public record Migrations(String location) {

    public static Migrations tenant(String room) {
        return new Migrations("db/tenant/" + room);
    }

    public static Migrations node(String room) {
        return new Migrations("db/node/" + room);
    }

    /** In a tenant module: {@code db/tenant/ROOM} is applied to every tenant's database. */
    public static void bindTenant(Binder binder, String room) {
        Multibinder.newSetBinder(binder, Migrations.class).addBinding().toInstance(tenant(room));
    }

    /** In a node module: {@code db/node/ROOM} is applied to the node's database. */
    public static void bindNode(Binder binder, String room) {
        Multibinder.newSetBinder(binder, Migrations.class, NodeDb.class)
                .addBinding()
                .toInstance(node(room));
    }
}
