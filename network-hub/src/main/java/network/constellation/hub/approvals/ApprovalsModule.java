package network.constellation.hub.approvals;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import network.constellation.hub.api.ApiRoom;
import network.constellation.hub.founding.Inheritance;
import network.constellation.peer.audit.AuditNames;
import network.constellation.peer.config.ConfigSection;
import network.constellation.peer.jobs.PeriodicTask;
import network.constellation.peer.store.Migrations;
import network.constellation.peer.web.Pages;
import network.constellation.peer.web.view.NavItem;

/** Binds requests for a second person; the acts themselves are bound by their rooms. */
public final class ApprovalsModule extends AbstractModule {
    @Override
    protected void configure() {
        Migrations.bindTenant(binder(), "hubapprovals");
        ConfigSection.bindTenant(binder(), "approvals", ApprovalsConfig.class);
        AuditNames.bind(
                binder(),
                "approval.alone",
                "approval.asked",
                "approval.denied",
                "approval.executed",
                "approval.expired",
                "approval.given",
                "approval.refused",
                "approval.two-persons");
        Multibinder.newSetBinder(binder(), DangerousAct.class);
        ApiRoom.bind(binder(), ApprovalsApi.class);
        bind(ApprovalStore.class);
        Multibinder.newSetBinder(binder(), Inheritance.class).addBinding().to(ApprovalsHandedOnStore.class);
        bind(Administrators.class);
        bind(Approvals.class);
        bind(ApprovalWatch.class);
        PeriodicTask.bindTenant(binder(), ApprovalWatch.class);
        bind(ApprovalPages.class);
        Pages.bind(binder(), ApprovalPages.class);
        NavItem.bind(
                binder(),
                ApprovalPages.class,
                "approvals.title",
                ApprovalPages.PATH,
                45,
                ApprovalPages.WHO,
                NavItem.Group.MINE);
    }
}
