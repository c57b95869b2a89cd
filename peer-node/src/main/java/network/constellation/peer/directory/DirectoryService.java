package network.constellation.peer.directory;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.ProvidesIntoSet;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.directory.DirectoryStore.TenantRow;
import network.constellation.peer.dispatch.MethodBinding;
import network.constellation.peer.dispatch.StrangerBinding;
import network.constellation.peer.peers.Peer;
import network.constellation.protocol.directory.SuspensionList;
import network.constellation.protocol.method.directory.DirectoryMethods;
import network.constellation.protocol.method.directory.DirectoryNews;
import network.constellation.protocol.method.directory.DirectoryStatus;
import network.constellation.protocol.method.directory.SuspensionsAnswer;
import org.jspecify.annotations.Nullable;

/** The network methods of this room; {@code fetch} is the hub's to answer. */
final class DirectoryService extends AbstractModule {
    @Override
    protected void configure() {
        bind(Answers.class);
        bind(Succession.class);
    }

    @ProvidesIntoSet
    MethodBinding changed(Answers answers) {
        return MethodBinding.of(DirectoryMethods.CHANGED, (context, news) -> answers.changed(news));
    }

    @ProvidesIntoSet
    MethodBinding suspensions(Answers answers) {
        return MethodBinding.of(
                DirectoryMethods.SUSPENSIONS,
                (context, nothing) -> new SuspensionsAnswer(
                        answers.held(context.peer()).flatMap(Held::list).map(SuspensionList::encoded)));
    }

    @ProvidesIntoSet
    StrangerBinding succeed(Succession succession) {
        return StrangerBinding.of(
                DirectoryMethods.SUCCEED, (from, document) -> succession.take(document, from.getHostAddress()));
    }

    @ProvidesIntoSet
    MethodBinding status(Answers answers) {
        return MethodBinding.of(DirectoryMethods.STATUS, (context, nothing) -> {
            Optional<Held> held = answers.held(context.peer());
            return new DirectoryStatus(
                    held.flatMap(Held::directory)
                            .map(directory -> directory.signedHeader().encoded()),
                    held.map(Held::listSequence).orElse(0L));
        });
    }

    /** What they answer with. */
    @Singleton
    static final class Answers {
        private final Wwwroot self;
        private final DirectoryCache cache;
        private final DirectoryRefresh refresh;

        @Inject
        Answers(Wwwroot self, DirectoryCache cache, DirectoryRefresh refresh) {
            this.self = self;
            this.cache = cache;
            this.refresh = refresh;
        }

        /** Asks soon and says so: the hub does not wait until everybody has asked. */
        boolean changed(DirectoryNews news) {
            @Nullable TenantRow row = cache.tenant(self);
            @Nullable Held held = row == null ? null : cache.held(row.network());
            if (held != null
                    && (news.version().isAfter(held.newest()) || news.suspensionSequence() > held.listSequence())) {
                refresh.soon(held.network());
            }
            return held != null;
        }

        /** Of the network that both belong to. */
        Optional<Held> held(Peer caller) {
            @Nullable TenantRow row = cache.tenant(self);
            @Nullable Held held = row == null ? null : cache.held(row.network());
            return Optional.ofNullable(held)
                    .filter(shared -> caller.terms().network().equals(shared.network()));
        }
    }
}
