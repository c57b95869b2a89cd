package network.constellation.peer.accounts;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.Multibinder;
import network.constellation.keys.password.PasswordHasher;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.peer.audit.AuditNames;
import network.constellation.peer.config.ConfigSection;
import network.constellation.peer.mail.LetterWriter;
import network.constellation.peer.store.Migrations;
import network.constellation.peer.web.Pages;
import network.constellation.peer.web.view.NavItem;

/** Local accounts of a tenant. */
public final class AccountsModule extends AbstractModule {
    @Override
    protected void configure() {
        Migrations.bindTenant(binder(), "accounts");
        ConfigSection.bindTenant(binder(), "accounts", AccountsConfig.class);
        Multibinder.newSetBinder(binder(), SignInChoices.class);
        AuditNames.bind(
                binder(),
                "user.create",
                "user.update",
                "user.suspend",
                "user.resume",
                "user.delete",
                "user.roles",
                "user.password",
                "user.login");
        bind(AccountsStore.class);
        bind(PasswordRules.class);
        bind(Accounts.class);
        bind(AdministratorCopies.class);
        bind(OneTimeLinks.class);
        bind(LoginBrake.class);
        bind(SignIn.class);
        bind(ForgottenPassword.class);
        bind(UserImport.class);
        bind(ResetLetter.class);
        LetterWriter.bind(binder(), ResetLetter.class);
        page(SignInPages.class);
        page(PasswordPages.class);
        page(MyAccountPages.class);
        page(UserPages.class);
        page(UserEditPages.class);
        NavItem.bind(binder(), UserPages.class, "users.title", "/users", 510, UserPages.MANAGERS, NavItem.Group.SITE);
    }

    private void page(Class<? extends Pages> pages) {
        bind(pages);
        Pages.bind(binder(), pages);
    }

    @Provides
    @Singleton
    PasswordHasher passwordHasher(CryptoEngine crypto) {
        return new PasswordHasher(crypto);
    }
}
