package network.constellation.hub.registry;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.OptionalBinder;
import com.google.inject.multibindings.ProvidesIntoSet;
import java.util.Optional;
import network.constellation.hub.api.ApiRoom;
import network.constellation.peer.audit.AuditNames;
import network.constellation.peer.dispatch.StrangerBinding;
import network.constellation.peer.store.Migrations;
import network.constellation.protocol.method.membership.MembershipMethods;

/** Binds invitations, admissions and the list of members. */
public final class RegistryModule extends AbstractModule {
    @Override
    protected void configure() {
        Migrations.bindTenant(binder(), "registry");
        AuditNames.bind(binder(), "invitation.made", "member.admitted", "member.adopted", "member.refused");
        Multibinder.newSetBinder(binder(), MembersListener.class);
        OptionalBinder.newOptionalBinder(binder(), AdmissionAnchor.class)
                .setDefault()
                .toInstance(member -> Optional.empty());
        bind(RegistryStore.class);
        bind(Registry.class);
        bind(TagsStore.class);
        bind(Tags.class);
        AuditNames.bind(binder(), "member.tagged");
        ApiRoom.bind(binder(), RegistryApi.class);
        bind(Invitations.class);
        bind(Admissions.class);
        bind(Adoptions.class);
    }

    @ProvidesIntoSet
    StrangerBinding join(Admissions admissions) {
        return StrangerBinding.of(
                MembershipMethods.JOIN, (from, request) -> admissions.admit(request, from.getHostAddress()));
    }
}
