package network.constellation.peer.mail;

import com.google.inject.Inject;
import network.constellation.peer.tenant.Tenant;
import network.constellation.peer.tenant.TenantListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the log, once per opening of a tenant, that nobody will get mail. */
final class MailNotice implements TenantListener {
    private static final Logger LOG = LoggerFactory.getLogger(MailNotice.class);

    private final Tenant tenant;
    private final MailConfig config;

    @Inject
    MailNotice(Tenant tenant, MailConfig config) {
        this.tenant = tenant;
        this.config = config;
    }

    @Override
    public void opened() {
        if (!config.configured()) {
            LOG.info(
                    "{} sends no mail (mail.host is not set); administrators are shown password links instead",
                    tenant.wwwroot());
        }
    }
}
