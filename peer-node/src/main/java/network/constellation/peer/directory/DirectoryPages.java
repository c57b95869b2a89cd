package network.constellation.peer.directory;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import network.constellation.peer.directory.DirectoryAge.State;
import network.constellation.peer.web.Access;
import network.constellation.peer.web.PageView;
import network.constellation.peer.web.Pages;
import network.constellation.peer.web.Routes;
import network.constellation.peer.web.WebRequest;
import network.constellation.peer.web.WebResponse;
import network.constellation.peer.web.text.Message;
import network.constellation.peer.web.view.Badge;
import network.constellation.peer.web.view.Cell;
import network.constellation.peer.web.view.EmptyState;
import network.constellation.peer.web.view.Slice;
import network.constellation.peer.web.view.Table;
import network.constellation.peer.web.view.TableQuery;
import network.constellation.protocol.directory.Directory;
import network.constellation.protocol.directory.MemberEntry;
import network.constellation.protocol.directory.Standing;

/** The network as this site holds it: how old, how long still good, and who is a member. */
@Singleton
final class DirectoryPages implements Pages {
    static final String PATH = "/admin/directory";
    static final Access WHO = Access.siteAdministrator();
    private static final Class<?> ROOM = DirectoryPages.class;

    private final NetworkDirectory directory;

    @Inject
    DirectoryPages(NetworkDirectory directory) {
        this.directory = directory;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(PATH, WHO, this::show).post(PATH + "/refresh", WHO, this::refresh);
    }

    private WebResponse show(WebRequest request) {
        TableQuery query = TableQuery.from(request, "address", Set.of(), Set.of());
        String search = query.search().toLowerCase(Locale.ROOT);
        var members = directory.current().map(Directory::members).orElse(Set.of()).stream()
                .filter(member -> (member.name() + " " + member.wwwroot())
                        .toLowerCase(Locale.ROOT)
                        .contains(search))
                .toList();
        Table table = Table.of("directory.members", query, Slice.of(members, query))
                .column("directory.column.standing", member -> Cell.badge(badge(member)))
                .column("directory.column.name", member -> Cell.text(member.name()))
                .column(
                        "directory.column.address",
                        member -> Cell.text(member.wwwroot().value()))
                .column("directory.column.software", member -> Cell.text(member.software()))
                .column(
                        "directory.column.subnetworks",
                        member -> Cell.text(String.join(
                                ", ",
                                member.subnetworks().stream()
                                        .map(String::valueOf)
                                        .toList())))
                .whenEmpty(EmptyState.of(ROOM, "directory.empty.title", "directory.empty.text"))
                .done();
        if (query.csv()) {
            return WebResponse.csv(ROOM, table, "directory");
        }
        Optional<DirectoryAge> age = directory.age();
        return PageView.of(ROOM, "directory/directory.jte", "directory.title")
                .under("directory.hub", "/admin/myhub")
                .with("age", age)
                .with("badge", age.map(DirectoryPages::badge).orElse(Badge.of(unknown(), ROOM, "directory.nowhere")))
                .with("table", table)
                .answer();
    }

    private static network.constellation.peer.web.view.State unknown() {
        return network.constellation.peer.web.view.State.UNKNOWN;
    }

    private static Badge badge(DirectoryAge age) {
        return Badge.of(colour(age.state()), ROOM, "directory.state." + DirectoryCli.label(age.state()));
    }

    private static network.constellation.peer.web.view.State colour(State state) {
        return switch (state) {
            case FRESH -> network.constellation.peer.web.view.State.GOOD;
            case AGEING, LIST_STALE -> network.constellation.peer.web.view.State.ATTENTION;
            case EXPIRED -> network.constellation.peer.web.view.State.BAD;
            case NONE -> unknown();
        };
    }

    private Badge badge(MemberEntry member) {
        Standing standing = directory.isSuspended(member.wwwroot()) && member.standing() == Standing.ACTIVE
                ? Standing.SUSPENDED
                : member.standing();
        return Badge.of(
                standing == Standing.ACTIVE
                        ? network.constellation.peer.web.view.State.GOOD
                        : network.constellation.peer.web.view.State.BAD,
                ROOM,
                "directory.standing." + standing.label());
    }

    private WebResponse refresh(WebRequest request) {
        boolean answered = directory.refresh();
        WebResponse back = WebResponse.redirect(PATH);
        return answered
                ? back.withNotice(Message.of(ROOM, "directory.refreshed"))
                : back.withRefusal(Message.of(ROOM, "directory.not-refreshed"));
    }
}
