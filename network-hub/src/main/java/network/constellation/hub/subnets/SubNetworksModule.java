package network.constellation.hub.subnets;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.OptionalBinder;
import network.constellation.hub.api.ApiRoom;
import network.constellation.hub.approvals.DangerousAct;
import network.constellation.hub.directory.NetworkShape;
import network.constellation.hub.registry.Newcomers;
import network.constellation.peer.audit.AuditNames;
import network.constellation.peer.jobs.JobKind;
import network.constellation.peer.jobs.PeriodicTask;
import network.constellation.peer.store.Migrations;
import network.constellation.peer.web.Pages;

/** Binds sub-networks and the job that sets up their links. */
public final class SubNetworksModule extends AbstractModule {
    @Override
    protected void configure() {
        Migrations.bindTenant(binder(), "hubsubnets");
        AuditNames.bind(
                binder(),
                "subnetwork.created",
                "subnetwork.joined",
                "subnetwork.left",
                "subnetwork.services-set",
                "network.services-set",
                "member.disabled",
                "member.enabled",
                "member.removed",
                "member.policy-set",
                "member.strategy-set",
                "links.differ",
                "link.repaired",
                "link.ended");
        DangerousAct.bind(binder(), MemberRemoval.class);
        ApiRoom.bind(binder(), SubNetworksApi.class);
        ApiRoom.bind(binder(), MembersApi.class);
        ApiRoom.bind(binder(), SimulationApi.class);
        bind(SubNetworksStore.class);
        bind(LinkReadStore.class);
        bind(LinkStore.class);
        bind(LinkPlanner.class);
        bind(SubNetworks.class);
        bind(Members.class);
        bind(Newcomers.class).to(SubNetworks.class);
        Multibinder.newSetBinder(binder(), LinkRoad.class);
        bind(ModernRoad.class);
        bind(LinkRoads.class);
        bind(HubEnd.class);
        bind(LinkTeller.class);
        bind(Comparison.class);
        bind(LinkCheck.class);
        PeriodicTask.bindTenant(binder(), LinkWatch.class);
        bind(LinkWatch.class);
        bind(DirectoryShape.class);
        OptionalBinder.newOptionalBinder(binder(), NetworkShape.class)
                .setBinding()
                .to(DirectoryShape.class);
        Pages.bind(binder(), LinkPages.class);
        bind(LinkPages.class);
        Pages.bind(binder(), SimulationPages.class);
        bind(SimulationPages.class);
        bind(LinksJob.class);
        JobKind.bindTenant(binder(), LinksJob.class);
    }
}
