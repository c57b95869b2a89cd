package network.constellation.peer.enrolment;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;
import com.google.inject.multibindings.ProvidesIntoSet;
import network.constellation.peer.audit.AuditNames;
import network.constellation.peer.config.ConfigSection;
import network.constellation.peer.dispatch.MethodBinding;
import network.constellation.peer.jobs.JobKind;
import network.constellation.peer.jobs.PeriodicTask;
import network.constellation.peer.learning.CourseAction;
import network.constellation.peer.roaming.NetworkPart;
import network.constellation.peer.store.Migrations;
import network.constellation.peer.web.Pages;
import network.constellation.peer.web.home.HomeSection;
import network.constellation.peer.web.view.NavItem;
import network.constellation.protocol.method.enrolment.EnrolmentMethods;

/** Enrolment between sites, of one tenant. Needs {@code roaming} and what that needs. */
public final class EnrolmentModule extends AbstractModule {
    @Override
    protected void configure() {
        Migrations.bindTenant(binder(), "enrolment");
        ConfigSection.bindTenant(binder(), "enrolment", EnrolmentConfig.class);
        AuditNames.bind(binder(), EnrolmentEvents.ALL);
        bind(OpeningsStore.class);
        bind(OpenCourses.class);
        bind(VisitorEnrolments.class);
        bind(EnrolmentService.class);
        bind(OffersStore.class);
        bind(Offers.class);
        bind(SendingRules.class);
        bind(CoursesElsewhere.class);
        bind(RefreshJob.class);
        bind(CourseFinder.class);
        bind(MyCourses.class);
        bindPages();
        JobKind.bindTenant(binder(), RefreshJob.class);
        bind(RefreshOffers.class);
        bind(SettleEnrolments.class);
        PeriodicTask.bindTenant(binder(), RefreshOffers.class);
        PeriodicTask.bindTenant(binder(), SettleEnrolments.class);
    }

    private void bindPages() {
        bind(FindPages.class);
        bind(FindPart.class);
        bind(SendingPages.class);
        bind(OpeningPages.class);
        bind(TeachingSection.class);
        bind(OpenToOtherSites.class);
        CourseAction.bind(binder(), OpenToOtherSites.class);
        Pages.bind(binder(), FindPages.class);
        Pages.bind(binder(), SendingPages.class);
        Pages.bind(binder(), OpeningPages.class);
        NetworkPart.bind(binder(), FindPart.class);
        HomeSection.bind(binder(), TeachingSection.class);
        HomeSection.bind(binder(), FindPart.class);
        NavItem.bind(
                binder(),
                EnrolmentModule.class,
                "sending.title",
                SendingPages.PATH,
                545,
                SendingPages.WHO,
                NavItem.Group.SITE);
    }

    @ProvidesIntoSet
    @Singleton
    MethodBinding availableCourses(EnrolmentService service) {
        return MethodBinding.of(EnrolmentMethods.AVAILABLE_COURSES, service::availableCourses);
    }

    @ProvidesIntoSet
    @Singleton
    MethodBinding userEnrolments(EnrolmentService service) {
        return MethodBinding.of(EnrolmentMethods.USER_ENROLMENTS, service::userEnrolments);
    }

    @ProvidesIntoSet
    @Singleton
    MethodBinding enrolUser(EnrolmentService service) {
        return MethodBinding.of(EnrolmentMethods.ENROL_USER, service::enrolUser);
    }

    @ProvidesIntoSet
    @Singleton
    MethodBinding unenrolUser(EnrolmentService service) {
        return MethodBinding.of(EnrolmentMethods.UNENROL_USER, service::unenrolUser);
    }

    @ProvidesIntoSet
    @Singleton
    MethodBinding courseEnrolments(EnrolmentService service) {
        return MethodBinding.of(EnrolmentMethods.COURSE_ENROLMENTS, service::courseEnrolments);
    }
}
