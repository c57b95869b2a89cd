package network.constellation.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import network.constellation.hub.founding.HubTenant;
import network.constellation.hub.registry.Invitations;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.peer.accounts.Accounts;
import network.constellation.peer.accounts.NewAccount;
import network.constellation.peer.cli.AdminServer;
import network.constellation.peer.config.ConfigReader;
import network.constellation.peer.jobs.Jobs;
import network.constellation.peer.node.Node;
import network.constellation.peer.platform.Profile;
import network.constellation.peer.subnets.Membership;
import network.constellation.peer.tenant.TenantLease;

/** A running hub and a running node, whose site A is its member; verbs are typed on the folders of both. */
final class VerbNetwork implements AutoCloseable {
    private static final String SETTINGS = """
            door { port = 0, bind = "127.0.0.1" }
            net { allow-addresses = ["127.0.0.0/8"], allow-http = true }
            mail { host = "127.0.0.1", port = 9, security = none, user = "post", password = "%s" }
            """;

    final Path folder;
    final Node hubNode;
    final Node siteNode;
    final Wwwroot hub;
    final Wwwroot site;
    final TenantLease hubLease;
    final TenantLease siteLease;

    private final List<AdminServer> doors = new ArrayList<>();

    /** @param mailPassword in the configuration of both nodes */
    VerbNetwork(Path folder, String mailPassword) throws IOException {
        this.folder = folder;
        hubNode = node("hub", mailPassword);
        siteNode = node("site", mailPassword);
        hub = Wwwroot.of("http://hub.localhost:" + hubNode.port());
        site = tenant("a");
        hubLease = hubNode.get(HubTenant.class).found(hub, "Network", "test");
        siteLease = siteNode.tenants().open(site);
        String line = hubLease.get(Invitations.class)
                .invite("", Optional.of(1), "test")
                .line();
        siteLease.get(Jobs.class).await(siteLease.get(Membership.class).join(line, "test"), Duration.ofMinutes(1));
    }

    /** As `run` starts it: verbs that are typed elsewhere are executed in it. */
    private Node node(String name, String mailPassword) throws IOException {
        Node node = Assembly.builder(folder.resolve(name))
                .config(ConfigReader.of(SETTINGS.formatted(mailPassword)))
                .build()
                .start();
        doors.add(AdminServer.open(
                Main.program(), node, node.get(CryptoEngine.class).random()));
        return node;
    }

    /** One more site on the node of the member, which belongs to no network. */
    Wwwroot tenant(String name) {
        Wwwroot added = Wwwroot.of("http://" + name + ".localhost:" + siteNode.port());
        siteNode.tenants().add(added, "Site " + name);
        return added;
    }

    static void administrator(TenantLease at, String name, String password) {
        at.get(Accounts.class)
                .create(
                        new NewAccount(
                                name,
                                Profile.of(name, "Bernard", name + "@example.org"),
                                Optional.of(password),
                                List.of(Accounts.ADMIN)),
                        "test");
    }

    /** Typed on the hub's folder. */
    Typed hub(String... arguments) {
        return on("hub", "hub", arguments);
    }

    /** Typed on the member's folder, for one of its tenants. */
    Typed peer(Wwwroot tenant, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--tenant", tenant.value()));
        return on("site", "peer", all.toArray(new String[0]));
    }

    private Typed on(String data, String group, String... arguments) {
        List<String> all = new ArrayList<>(List.of(group));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--data", data));
        return Typed.in(folder, all.toArray(new String[0]));
    }

    static JsonNode json(Typed typed) throws IOException {
        assertThat(typed.status()).as(typed.err()).isZero();
        return new ObjectMapper().readTree(typed.out());
    }

    @Override
    public void close() {
        doors.forEach(AdminServer::close);
        siteLease.close();
        hubLease.close();
        siteNode.close();
        hubNode.close();
    }
}
