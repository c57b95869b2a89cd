package network.constellation.peer.audit;

import com.google.inject.AbstractModule;
import network.constellation.peer.lifecycle.NodeService;
import network.constellation.peer.store.Migrations;

/** What all audits of the process share. */
public final class AuditModule extends AbstractModule {
    @Override
    protected void configure() {
        Migrations.bindNode(binder(), "audit");
        bind(AuditClerk.class);
        NodeService.bind(binder(), AuditClerk.class);
    }
}
