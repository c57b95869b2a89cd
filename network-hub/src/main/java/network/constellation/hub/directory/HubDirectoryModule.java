package network.constellation.hub.directory;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.OptionalBinder;
import com.google.inject.multibindings.ProvidesIntoSet;
import network.constellation.hub.api.ApiRoom;
import network.constellation.hub.approvals.DangerousAct;
import network.constellation.hub.founding.AfterFounding;
import network.constellation.hub.registry.AdmissionAnchor;
import network.constellation.hub.registry.MembersListener;
import network.constellation.peer.audit.AuditNames;
import network.constellation.peer.config.ConfigSection;
import network.constellation.peer.dispatch.MethodBinding;
import network.constellation.peer.health.TenantCheck;
import network.constellation.peer.jobs.JobKind;
import network.constellation.peer.jobs.PeriodicTask;
import network.constellation.peer.store.Migrations;
import network.constellation.protocol.method.directory.DirectoryMethods;

/** Binds the signed directory of a hub. */
public final class HubDirectoryModule extends AbstractModule {
    @Override
    protected void configure() {
        Migrations.bindTenant(binder(), "hubdirectory");
        ConfigSection.bindTenant(binder(), "hub-directory", HubDirectoryConfig.class);
        AuditNames.bind(
                binder(),
                "directory.root-made",
                "directory.mandate-renewed",
                "directory.mandate-received",
                "directory.published",
                "member.suspended",
                "member.resumed");
        OptionalBinder.newOptionalBinder(binder(), Leadership.class)
                .setDefault()
                .toInstance(now -> true);
        OptionalBinder.newOptionalBinder(binder(), AnnouncedKeys.class)
                .setDefault()
                .toInstance(AnnouncedKeys.NONE);
        OptionalBinder.newOptionalBinder(binder(), NetworkShape.class)
                .setDefault()
                .to(PlainShape.class);
        OptionalBinder.newOptionalBinder(binder(), AdmissionAnchor.class)
                .setBinding()
                .to(Mandate.class);
        Multibinder.newSetBinder(binder(), AfterFounding.class).addBinding().to(Mandate.class);
        Multibinder.newSetBinder(binder(), MembersListener.class).addBinding().to(Publisher.class);
        ApiRoom.bind(binder(), DirectoryApi.class);
        bind(RootKeyFile.class);
        bind(MandateStore.class);
        bind(Mandate.class);
        bind(MemberReportStore.class);
        bind(MemberReports.class);
        bind(SuspensionStore.class);
        bind(Suspensions.class);
        bind(MassSuspension.class);
        DangerousAct.bind(binder(), MassSuspension.class);
        bind(PublishedStore.class);
        bind(Assembler.class);
        bind(OwnCopy.class);
        bind(Publisher.class);
        bind(PublishJob.class);
        bind(DirectoryService.class);
        JobKind.bindTenant(binder(), PublishJob.class);
        PeriodicTask.bindTenant(binder(), DirectoryUpkeep.class);
        TenantCheck.bind(binder(), DirectoryCheck.class);
    }

    @ProvidesIntoSet
    MethodBinding fetch(DirectoryService service) {
        return MethodBinding.of(DirectoryMethods.FETCH, service::fetch);
    }
}
