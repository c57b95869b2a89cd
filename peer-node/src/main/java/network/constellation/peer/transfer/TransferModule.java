package network.constellation.peer.transfer;

import com.google.inject.AbstractModule;
import network.constellation.peer.config.ConfigSection;
import network.constellation.peer.jobs.PeriodicTask;
import network.constellation.peer.store.Migrations;
import network.constellation.peer.web.Pages;

/** Large contents between sites; for the tenant injector. Needs {@code peers}, {@code outbound} and {@code web}. */
public final class TransferModule extends AbstractModule {
    @Override
    protected void configure() {
        Migrations.bindTenant(binder(), "transfer");
        ConfigSection.bindTenant(binder(), "transfer", TransferConfig.class);
        bind(TicketStore.class);
        bind(Tickets.class);
        bind(PartialFiles.class);
        bind(TransferPages.class);
        bind(TransferSweep.class);
        bind(Transfers.class);
        Pages.bind(binder(), TransferPages.class);
        PeriodicTask.bindTenant(binder(), TransferSweep.class);
    }
}
