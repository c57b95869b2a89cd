package network.constellation.peer.files;

import com.google.inject.AbstractModule;
import network.constellation.peer.tenant.TenantListener;

/** The tenant's large files. */
public final class FilesModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(ContentStore.class);
        TenantListener.bind(binder(), ContentStore.class);
    }
}
