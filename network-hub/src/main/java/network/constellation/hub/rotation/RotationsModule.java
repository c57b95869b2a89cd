package network.constellation.hub.rotation;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.OptionalBinder;
import com.google.inject.multibindings.ProvidesIntoSet;
import network.constellation.hub.api.ApiRoom;
import network.constellation.hub.approvals.DangerousAct;
import network.constellation.hub.directory.AnnouncedKeys;
import network.constellation.hub.founding.Inheritance;
import network.constellation.peer.audit.AuditNames;
import network.constellation.peer.dispatch.MethodBinding;
import network.constellation.peer.jobs.JobKind;
import network.constellation.peer.jobs.PeriodicTask;
import network.constellation.peer.peers.NextKeysReport;
import network.constellation.peer.store.Migrations;
import network.constellation.peer.web.Access;
import network.constellation.peer.web.Pages;
import network.constellation.peer.web.view.NavItem;
import network.constellation.protocol.method.rotation.RotationMethods;

/** Binds the rotations that the hub leads. */
public final class RotationsModule extends AbstractModule {
    @Override
    protected void configure() {
        Migrations.bindTenant(binder(), "hubrotation");
        AuditNames.bind(
                binder(),
                "rotation.preparing",
                "rotation.prepared",
                "rotation.rehearsed",
                "rotation.aborting",
                "rotation.aborted",
                "rotation.activated",
                "rotation.retired",
                "rotation.asked",
                "rotation.reported",
                "member.keys-revoked",
                "member.readmitted");
        bind(RotationsStore.class);
        bind(RotationsHandedOnStore.class);
        Multibinder.newSetBinder(binder(), Inheritance.class).addBinding().to(RotationsHandedOn.class);
        bind(NetworkSites.class);
        bind(RotationCalls.class);
        bind(Announcements.class);
        bind(RotationSteps.class);
        bind(RehearsalRound.class);
        bind(RotationEvents.class);
        bind(DirectoryKeys.class);
        OptionalBinder.newOptionalBinder(binder(), AnnouncedKeys.class)
                .setBinding()
                .to(DirectoryKeys.class);
        bind(Reports.class);
        bind(Rotations.class);
        bind(RotationJob.class);
        bind(TellJob.class);
        bind(RotationFollowUp.class);
        bind(RevocationsStore.class);
        bind(Revocations.class);
        bind(RevocationJob.class);
        JobKind.bindTenant(binder(), RevocationJob.class);
        JobKind.bindTenant(binder(), RotationJob.class);
        JobKind.bindTenant(binder(), TellJob.class);
        PeriodicTask.bindTenant(binder(), RotationFollowUp.class);
        DangerousAct.bind(binder(), ForcedActivation.class);
        DangerousAct.bind(binder(), HubActivation.class);
        DangerousAct.bind(binder(), KeyRevocation.class);
        DangerousAct.bind(binder(), Readmission.class);
        ApiRoom.bind(binder(), RotationApi.class);
        Pages.bind(binder(), RotationPages.class);
        bind(RotationPages.class);
        NavItem.bind(
                binder(),
                RotationPages.class,
                "nav.rotation",
                RotationPages.PATH,
                35,
                Access.siteAdministrator(),
                NavItem.Group.MINE);
        Multibinder.newSetBinder(binder(), NextKeysReport.class).addBinding().to(Reports.class);
    }

    @ProvidesIntoSet
    MethodBinding report(Reports reports) {
        return MethodBinding.of(RotationMethods.REPORT, (context, bundle) -> {
            reports.reported(context.peer().wwwroot(), bundle);
            return true;
        });
    }
}
