package network.constellation.peer.reporting;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.ProvidesIntoSet;
import network.constellation.peer.dispatch.MethodBinding;
import network.constellation.protocol.method.reporting.ReportMethods;

/** The network methods of this room: what the hub may ask. */
final class ReportingService extends AbstractModule {
    @ProvidesIntoSet
    MethodBinding coverage(SiteReport report) {
        return MethodBinding.of(ReportMethods.COVERAGE, (context, nothing) -> report.coverage());
    }

    @ProvidesIntoSet
    MethodBinding days(SiteReport report) {
        return MethodBinding.of(ReportMethods.DAYS, (context, asked) -> report.days(asked));
    }
}
