package network.constellation.hub.connectivity;

import com.google.inject.AbstractModule;
import network.constellation.hub.api.ApiRoom;
import network.constellation.hub.fanout.Fanout;
import network.constellation.peer.audit.AuditNames;
import network.constellation.peer.config.ConfigSection;
import network.constellation.peer.jobs.JobKind;
import network.constellation.peer.jobs.PeriodicTask;
import network.constellation.peer.mail.LetterWriter;
import network.constellation.peer.store.Migrations;
import network.constellation.peer.web.Pages;
import network.constellation.peer.web.view.NavItem;

/** Binds the matrix of links. */
public final class MatrixModule extends AbstractModule {
    @Override
    protected void configure() {
        Migrations.bindTenant(binder(), "hubconnectivity");
        ConfigSection.bindTenant(binder(), "matrix", MatrixConfig.class);
        AuditNames.bind(binder(), MatrixAlerts.TROUBLE, MatrixAlerts.RECOVERED, Matrix.REPAIR);
        bind(Fanout.class);
        bind(MatrixStore.class);
        bind(MatrixAlerts.class);
        bind(Matrix.class);
        bind(MatrixRound.class);
        bind(MatrixRepair.class);
        bind(MatrixLetter.class);
        bind(MatrixPages.class);
        bind(MatrixApi.class);
        ApiRoom.bind(binder(), MatrixApi.class);
        PeriodicTask.bindTenant(binder(), MatrixRound.class);
        JobKind.bindTenant(binder(), MatrixRepair.class);
        LetterWriter.bind(binder(), MatrixLetter.class);
        Pages.bind(binder(), MatrixPages.class);
        NavItem.bind(
                binder(), MatrixPages.class, "nav.matrix", MatrixPages.PATH, 35, MatrixPages.WHO, NavItem.Group.MINE);
    }
}
