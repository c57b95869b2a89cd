package network.constellation.peer.subnets;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.ProvidesIntoSet;
import network.constellation.peer.dispatch.MethodBinding;
import network.constellation.protocol.method.membership.MembershipMethods;

/** The network methods of this room: what the hub tells a member. */
final class SubnetsService extends AbstractModule {
    @ProvidesIntoSet
    MethodBinding introduce(Introductions introductions) {
        return MethodBinding.of(MembershipMethods.INTRODUCE, (context, introduction) -> {
            introductions.introduced(introduction);
            return true;
        });
    }

    @ProvidesIntoSet
    MethodBinding dismiss(Introductions introductions) {
        return MethodBinding.of(MembershipMethods.DISMISS, (context, dismissal) -> introductions.dismissed(dismissal));
    }

    @ProvidesIntoSet
    MethodBinding links(LinkBook book) {
        return MethodBinding.of(MembershipMethods.LINKS, (context, from) -> book.page(from));
    }
}
