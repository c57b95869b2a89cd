package network.constellation.peer.learning;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import network.constellation.peer.web.Pages;
import network.constellation.peer.web.home.HomeSection;

/** Binds the pages of courses and the restorer of packages. */
public final class LearningModule extends AbstractModule {
    @Override
    protected void configure() {
        Multibinder.newSetBinder(binder(), CourseAction.class);
        bind(CourseAccess.class);
        bind(PackageRestorer.class);
        bind(LearningPages.class);
        bind(ActivityPages.class);
        bind(ProgressPages.class);
        bind(CourseFilePages.class);
        bind(MyCoursesSection.class);
        Pages.bind(binder(), LearningPages.class);
        Pages.bind(binder(), ActivityPages.class);
        Pages.bind(binder(), ProgressPages.class);
        Pages.bind(binder(), CourseFilePages.class);
        HomeSection.bind(binder(), MyCoursesSection.class);
    }
}
