package network.constellation.app;

import com.google.inject.Module;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import network.constellation.app.demo.DemoCli;
import network.constellation.app.verbs.AuditCli;
import network.constellation.app.verbs.DoctorCli;
import network.constellation.app.verbs.KeyCli;
import network.constellation.app.verbs.TenantCli;
import network.constellation.app.verbs.UserCli;
import network.constellation.app.verbs.WireCli;
import network.constellation.hub.HubModule;
import network.constellation.hub.api.ApiCli;
import network.constellation.hub.approvals.ApprovalsCli;
import network.constellation.hub.connectivity.MatrixCli;
import network.constellation.hub.directory.HubDirectoryCli;
import network.constellation.hub.founding.FoundingCli;
import network.constellation.hub.grants.SiteGrantsCli;
import network.constellation.hub.orders.OrdersCli;
import network.constellation.hub.originals.LedSitesCli;
import network.constellation.hub.registry.RegistryCli;
import network.constellation.hub.registry.TagsCli;
import network.constellation.hub.reporting.ReportCli;
import network.constellation.hub.rotation.RevocationsCli;
import network.constellation.hub.rotation.RotationsCli;
import network.constellation.hub.standby.StandbyCli;
import network.constellation.hub.subnets.LinksCli;
import network.constellation.hub.subnets.MembersCli;
import network.constellation.hub.subnets.SubNetworksCli;
import network.constellation.hub.whereis.WhereisCli;
import network.constellation.peer.accounts.AccountsModule;
import network.constellation.peer.cli.CliRoom;
import network.constellation.peer.commands.CommandsModule;
import network.constellation.peer.commands.GrantsCli;
import network.constellation.peer.config.ConfigReader;
import network.constellation.peer.connectivity.ConnectivityCli;
import network.constellation.peer.connectivity.ConnectivityModule;
import network.constellation.peer.connectivity.ConnectivityNodeModule;
import network.constellation.peer.courses.CoursesCli;
import network.constellation.peer.courses.CoursesModule;
import network.constellation.peer.directory.DirectoryCli;
import network.constellation.peer.directory.DirectoryModule;
import network.constellation.peer.directory.DirectoryNodeModule;
import network.constellation.peer.directory.DirectoryPagesModule;
import network.constellation.peer.dispatch.DispatchModule;
import network.constellation.peer.dispatch.WireModule;
import network.constellation.peer.enrolment.EnrolCli;
import network.constellation.peer.enrolment.EnrolmentModule;
import network.constellation.peer.learning.LearningModule;
import network.constellation.peer.mail.MailModule;
import network.constellation.peer.myhub.MyHubModule;
import network.constellation.peer.node.Node;
import network.constellation.peer.node.NodeBuilder;
import network.constellation.peer.originals.OriginalsCli;
import network.constellation.peer.originals.OriginalsModule;
import network.constellation.peer.outbound.CallCli;
import network.constellation.peer.outbound.OutboundModule;
import network.constellation.peer.outbound.TransportModule;
import network.constellation.peer.packages.PackagesCli;
import network.constellation.peer.packages.PackagesModule;
import network.constellation.peer.peers.PeersCli;
import network.constellation.peer.peers.PeersModule;
import network.constellation.peer.peers.PeersPagesModule;
import network.constellation.peer.platform.PlatformModule;
import network.constellation.peer.reporting.ReportingModule;
import network.constellation.peer.roaming.RoamingModule;
import network.constellation.peer.rotation.RotationModule;
import network.constellation.peer.subnets.SubnetsCli;
import network.constellation.peer.subnets.SubnetsModule;
import network.constellation.peer.system.SystemModule;
import network.constellation.peer.transfer.TransferModule;
import network.constellation.peer.web.WebModule;
import network.constellation.peer.web.WebNodeModule;
import network.constellation.peer.whereis.WhereisModule;
import org.jspecify.annotations.Nullable;

/** What a node of this program is made of. Adding a feature is adding a line here. */
public final class Assembly {
    private Assembly() {}

    /** Features of the process, beside the infrastructure that every node has. */
    static List<Module> node() {
        return List.of(
                new TransportModule(),
                new WireModule(),
                new ConnectivityNodeModule(),
                new DirectoryNodeModule(),
                new WebNodeModule(),
                new HubModule());
    }

    /** Features of every tenant; {@link network.constellation.hub.HubRooms} has those of a hub. */
    static List<Module> tenant() {
        return List.of(
                new PlatformModule(),
                new MailModule(),
                new AccountsModule(),
                new WebModule(),
                new PeersModule(),
                new PeersPagesModule(),
                new OutboundModule(),
                new DispatchModule(),
                new DirectoryModule(),
                new DirectoryPagesModule(),
                new SystemModule(),
                new CommandsModule(),
                new SubnetsModule(),
                new ConnectivityModule(),
                new OriginalsModule(),
                new RotationModule(),
                new PackagesModule(),
                new LearningModule(),
                new RoamingModule(),
                new TransferModule(),
                new EnrolmentModule(),
                new ReportingModule(),
                new WhereisModule(),
                new MyHubModule(),
                new CoursesModule());
    }

    /** Rooms with verbs of the command line. */
    static List<CliRoom> cli() {
        return List.of(
                new DemoCli(),
                new RunCli(),
                new BackupCli(),
                new DoctorCli(),
                new TenantCli(),
                new UserCli(),
                new KeyCli(),
                new AuditCli(),
                new WireCli(),
                new PeersCli(),
                new CallCli(),
                new SubnetsCli(),
                new DirectoryCli(),
                new ConnectivityCli(),
                new OriginalsCli(),
                new EnrolCli(),
                new PackagesCli(),
                new GrantsCli(),
                new CoursesCli(),
                new FoundingCli(),
                new RegistryCli(),
                new HubDirectoryCli(),
                new StandbyCli(),
                new ApprovalsCli(),
                new OrdersCli(),
                new SubNetworksCli(),
                new MatrixCli(),
                new SiteGrantsCli(),
                new LinksCli(),
                new MembersCli(),
                new RotationsCli(),
                new RevocationsCli(),
                new LedSitesCli(),
                new ReportCli(),
                new WhereisCli(),
                new TagsCli(),
                new ApiCli());
    }

    /** A node builder with everything in it; callers add clock and settings. */
    public static NodeBuilder builder(Path data) {
        return NodeBuilder.in(data).node(node().toArray(new Module[0])).tenant(tenant().toArray(new Module[0]));
    }

    static Node open(Path data, @Nullable Path config, Map<String, String> environment) {
        return builder(data)
                .config(ConfigReader.load(config, environment))
                .build()
                .open();
    }
}
