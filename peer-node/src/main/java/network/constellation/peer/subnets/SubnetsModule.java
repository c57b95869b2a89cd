package network.constellation.peer.subnets;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import network.constellation.peer.audit.AuditNames;
import network.constellation.peer.directory.DirectoryListener;
import network.constellation.peer.jobs.JobKind;
import network.constellation.peer.store.Migrations;

/** Binds this site's place in its network. */
public final class SubnetsModule extends AbstractModule {
    @Override
    protected void configure() {
        Migrations.bindTenant(binder(), "subnets");
        AuditNames.bind(binder(), "network.joined", "network.left", "network.hub-changed");
        bind(SubnetsStore.class);
        bind(Membership.class);
        bind(Introductions.class);
        bind(HubSuccession.class);
        bind(DirectoryFollower.class);
        DirectoryListener.bind(binder(), DirectoryFollower.class);
        bind(LinkBook.class);
        Multibinder.newSetBinder(binder(), Parting.class);
        bind(JoinJob.class);
        JobKind.bindTenant(binder(), JoinJob.class);
        install(new SubnetsService());
    }
}
