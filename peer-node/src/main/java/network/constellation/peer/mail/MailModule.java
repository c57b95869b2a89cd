package network.constellation.peer.mail;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import network.constellation.peer.config.ConfigSection;
import network.constellation.peer.jobs.JobKind;
import network.constellation.peer.tenant.TenantListener;

/** Mail of a tenant; rooms add their letters by {@link LetterWriter#bind}. */
public final class MailModule extends AbstractModule {
    @Override
    protected void configure() {
        ConfigSection.bindTenant(binder(), "mail", MailConfig.class);
        Multibinder.newSetBinder(binder(), LetterWriter.class);
        bind(SmtpPost.class);
        bind(SendLetter.class);
        JobKind.bindTenant(binder(), SendLetter.class);
        bind(Mail.class);
        bind(MailNotice.class);
        TenantListener.bind(binder(), MailNotice.class);
    }
}
