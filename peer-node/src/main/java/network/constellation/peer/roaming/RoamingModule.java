package network.constellation.peer.roaming;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.ProvidesIntoSet;
import network.constellation.peer.accounts.SignInChoices;
import network.constellation.peer.audit.AuditNames;
import network.constellation.peer.config.ConfigSection;
import network.constellation.peer.dispatch.MethodBinding;
import network.constellation.peer.jobs.JobKind;
import network.constellation.peer.jobs.PeriodicTask;
import network.constellation.peer.store.Migrations;
import network.constellation.peer.subnets.Parting;
import network.constellation.peer.tenant.TenantListener;
import network.constellation.peer.web.Access;
import network.constellation.peer.web.Pages;
import network.constellation.peer.web.home.HomeSection;
import network.constellation.peer.web.session.SessionEnding;
import network.constellation.peer.web.view.NavItem;
import network.constellation.protocol.method.roaming.RoamingMethods;

/** Single sign-on of one tenant. Needs {@code peers}, {@code dispatch}, {@code outbound}, {@code platform} and {@code web}. */
public final class RoamingModule extends AbstractModule {
    @Override
    protected void configure() {
        Migrations.bindTenant(binder(), "roaming");
        ConfigSection.bindTenant(binder(), "roaming", RoamingConfig.class);
        AuditNames.bind(binder(), RoamingEvents.ALL);
        bindRules();
        bindPages();
        JobKind.bindTenant(binder(), EndAwayJob.class);
        JobKind.bindTenant(binder(), EndAtHomeJob.class);
        JobKind.bindTenant(binder(), KeepaliveJob.class);
        JobKind.bindTenant(binder(), FetchPictureJob.class);
        JobKind.bindTenant(binder(), ReportCoursesJob.class);
        PeriodicTask.bindTenant(binder(), Keepalive.class);
        PeriodicTask.bindTenant(binder(), Sweep.class);
        TenantListener.bind(binder(), Sweep.class);
        SessionEnding.bind(binder(), Logouts.class);
        Parting.bind(binder(), PartedSites.class);
        Multibinder.newSetBinder(binder(), MethodBinding.class);
        Multibinder.newSetBinder(binder(), NetworkPart.class);
    }

    private void bindRules() {
        bind(JumpStore.class);
        bind(LandedStore.class);
        bind(AccessStore.class);
        bind(EnrolmentStore.class);
        bind(Tokens.class);
        bind(JumpLinks.class);
        bind(People.class);
        bind(JumpSessions.class);
        bind(LandedSessions.class);
        bind(RemoteCourses.class);
        bind(RoamingTerms.class);
        bind(RoamingUsers.class);
        bind(VisitorAccounts.class);
        bind(Jumps.class);
        bind(NetworkWord.class);
        bind(Landing.class);
        bind(LandingGuard.class);
        bind(LandingState.class);
        bind(AfterLanding.class);
        bind(Destinations.class);
        bind(Logouts.class);
        bind(PartedSites.class);
        bind(RemoteEnds.class);
        bind(TellPeer.class);
        bind(EndAwayJob.class);
        bind(EndAtHomeJob.class);
        bind(KeepaliveJob.class);
        bind(FetchPictureJob.class);
        bind(ReportCoursesJob.class);
        bind(Keepalive.class);
        bind(Sweep.class);
        bind(LandingBrake.class);
        bind(RoamingMeters.class);
        bind(RoamingService.class);
    }

    private void bindPages() {
        bind(RoamingPages.class);
        bind(MyNetworkPages.class);
        bind(RoamingAdminPages.class);
        bind(ExportedFieldsPages.class);
        bind(HomesToSignInAt.class);
        bind(NetworkSection.class);
        Pages.bind(binder(), RoamingPages.class);
        Pages.bind(binder(), MyNetworkPages.class);
        Pages.bind(binder(), RoamingAdminPages.class);
        Pages.bind(binder(), ExportedFieldsPages.class);
        Pages.bind(binder(), HomesToSignInAt.class);
        SignInChoices.bind(binder(), HomesToSignInAt.class);
        HomeSection.bind(binder(), NetworkSection.class);
        NavItem.bind(
                binder(),
                RoamingModule.class,
                "network.title",
                MyNetworkPages.PATH,
                220,
                Access.user(),
                NavItem.Group.MINE);
        NavItem.bind(
                binder(),
                RoamingModule.class,
                "admin.title",
                RoamingAdminPages.PATH,
                540,
                RoamingAdminPages.WHO,
                NavItem.Group.SITE);
    }

    @ProvidesIntoSet
    @Singleton
    MethodBinding userAuthorise(RoamingService service) {
        return MethodBinding.of(RoamingMethods.USER_AUTHORISE, service::userAuthorise);
    }

    @ProvidesIntoSet
    @Singleton
    MethodBinding fetchUserImage(RoamingService service) {
        return MethodBinding.of(RoamingMethods.FETCH_USER_IMAGE, service::fetchUserImage);
    }

    @ProvidesIntoSet
    @Singleton
    MethodBinding fetchThemeInfo(RoamingService service) {
        return MethodBinding.of(RoamingMethods.FETCH_THEME_INFO, service::fetchThemeInfo);
    }

    @ProvidesIntoSet
    @Singleton
    MethodBinding updateEnrolments(RoamingService service) {
        return MethodBinding.of(RoamingMethods.UPDATE_ENROLMENTS, service::updateEnrolments);
    }

    @ProvidesIntoSet
    @Singleton
    MethodBinding keepaliveServer(RoamingService service) {
        return MethodBinding.of(RoamingMethods.KEEPALIVE_SERVER, service::keepaliveServer);
    }

    @ProvidesIntoSet
    @Singleton
    MethodBinding keepaliveClient(RoamingService service) {
        return MethodBinding.of(RoamingMethods.KEEPALIVE_CLIENT, service::keepaliveClient);
    }

    @ProvidesIntoSet
    @Singleton
    MethodBinding killChildren(RoamingService service) {
        return MethodBinding.of(RoamingMethods.KILL_CHILDREN, service::killChildren);
    }

    @ProvidesIntoSet
    @Singleton
    MethodBinding killChild(RoamingService service) {
        return MethodBinding.of(RoamingMethods.KILL_CHILD, service::killChild);
    }

    @ProvidesIntoSet
    @Singleton
    MethodBinding refreshLog(RoamingService service) {
        return MethodBinding.of(RoamingMethods.REFRESH_LOG, service::refreshLog);
    }
}
