package network.constellation.peer.courses;

import com.google.inject.AbstractModule;
import com.google.inject.Provider;
import com.google.inject.multibindings.Multibinder;
import java.util.List;
import java.util.function.Function;
import network.constellation.peer.audit.AuditNames;
import network.constellation.peer.config.ConfigSection;
import network.constellation.peer.dispatch.MethodBinding;
import network.constellation.peer.jobs.JobKind;
import network.constellation.peer.jobs.PeriodicTask;
import network.constellation.peer.store.Migrations;
import network.constellation.peer.web.Access;
import network.constellation.peer.web.Pages;
import network.constellation.peer.web.view.NavItem;
import network.constellation.protocol.method.NetworkMethod;
import network.constellation.protocol.method.courses.CourseMethods;
import network.constellation.protocol.method.courses.CourseQuestion;
import network.constellation.protocol.method.courses.PublishflowMethods;
import network.constellation.protocol.method.status.StatusAnswer;

/** Courses of one tenant: shelf, catalog, orders, and both ways in which sites speak about them. */
public final class CoursesModule extends AbstractModule {
    @Override
    protected void configure() {
        Migrations.bindTenant(binder(), "courses");
        ConfigSection.bindTenant(binder(), "courses", CoursesConfig.class);
        AuditNames.bind(binder(), CourseEvents.ALL);
        for (Class<?> part : List.of(
                ShelfStore.class,
                CopyStore.class,
                OrderStore.class,
                SitesStore.class,
                CourseSettings.class,
                CourseRights.class,
                CourseShelf.class,
                Catalog.class,
                KnownSites.class,
                OrderUpkeep.class,
                ArrivalCheck.class,
                OrderChecks.class,
                Askers.class,
                Callers.class,
                Placement.class,
                PackageWork.class,
                CourseOrders.class,
                Publications.class,
                OriginalSend.class,
                ArriveJob.class,
                SendJob.class,
                ReceiptJob.class,
                DeliveryFetch.class,
                TicketFetch.class,
                CoursesService.class,
                LegacyDelivery.class,
                LegacyOrders.class,
                LegacySessions.class,
                PublishflowService.class)) {
            bind(part);
        }
        // In this order: the first that leads to the holder is taken.
        Multibinder<PackageFetch> roads = Multibinder.newSetBinder(binder(), PackageFetch.class);
        roads.addBinding().to(TicketFetch.class);
        roads.addBinding().to(DeliveryFetch.class);
        JobKind.bindTenant(binder(), ArriveJob.class);
        JobKind.bindTenant(binder(), SendJob.class);
        JobKind.bindTenant(binder(), ReceiptJob.class);
        PeriodicTask.bindTenant(binder(), KnownSites.class);
        PeriodicTask.bindTenant(binder(), OrderUpkeep.class);
        own();
        PublishflowMethods.both().forEach(this::originals);
        pages();
    }

    private void pages() {
        for (Class<? extends Pages> pages :
                List.of(CatalogPages.class, ShelfPages.class, OrderPages.class, CourseSettingsPages.class)) {
            bind(pages);
            Pages.bind(binder(), pages);
        }
        NavItem.bind(
                binder(),
                CoursesModule.class,
                "catalog.title",
                CatalogPages.PATH,
                230,
                Access.user(),
                NavItem.Group.MINE);
        NavItem.bind(
                binder(),
                CoursesModule.class,
                "settings.title",
                CourseSettingsPages.PATH,
                560,
                Access.siteAdministrator(),
                NavItem.Group.SITE);
    }

    private void own() {
        answer(CoursesService.class, service -> MethodBinding.of(CourseMethods.CATALOG, service::catalog));
        answer(CoursesService.class, service -> MethodBinding.of(CourseMethods.REQUEST, service::request));
        answer(CoursesService.class, service -> MethodBinding.of(CourseMethods.OFFER, service::offer));
        answer(CoursesService.class, service -> MethodBinding.of(CourseMethods.STATUS, service::status));
        answer(CoursesService.class, service -> MethodBinding.of(CourseMethods.RECEIVED, service::received));
        answer(CoursesService.class, service -> MethodBinding.of(CourseMethods.WITHDRAW, service::withdraw));
        answer(CoursesService.class, service -> MethodBinding.of(CourseMethods.TICKET, service::ticket));
        answer(CoursesService.class, service -> MethodBinding.of(CourseMethods.VOUCH, service::vouch));
    }

    private void originals(PublishflowMethods methods) {
        original(service -> MethodBinding.of(methods.updatePlatforms(), service::updatePlatforms));
        original(service -> MethodBinding.of(methods.checkUser(), service::checkUser));
        original(service -> MethodBinding.of(methods.getSessions(), service::getSessions));
        original(service -> MethodBinding.of(methods.deliver(), service::deliver));
        original(service -> MethodBinding.of(methods.deliveryDeploy(), service::deliveryDeploy));
        original(service -> MethodBinding.of(methods.deliveryPublish(), service::deliveryPublish));
        alsoWrapped(methods, methods.deploy(), service -> service::deploy);
        alsoWrapped(methods, methods.courseExists(), service -> service::courseExists);
        alsoWrapped(methods, methods.openCourse(), service -> service::openOrClose);
        alsoWrapped(methods, methods.closeCourse(), service -> service::openOrClose);
    }

    private void alsoWrapped(
            PublishflowMethods methods,
            NetworkMethod<CourseQuestion, StatusAnswer> method,
            Function<PublishflowService, MethodBinding.Handler<CourseQuestion, StatusAnswer>> handler) {
        original(service -> MethodBinding.of(method, handler.apply(service)));
        original(service -> MethodBinding.of(methods.wrapped(method), handler.apply(service)));
    }

    private void original(Function<PublishflowService, MethodBinding> binding) {
        answer(PublishflowService.class, binding);
    }

    private <S> void answer(Class<S> service, Function<S, MethodBinding> binding) {
        Provider<S> provider = getProvider(service);
        Multibinder.newSetBinder(binder(), MethodBinding.class)
                .addBinding()
                .toProvider(() -> binding.apply(provider.get()));
    }
}
