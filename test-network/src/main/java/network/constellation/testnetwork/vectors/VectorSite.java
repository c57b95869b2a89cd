package network.constellation.testnetwork.vectors;

import com.google.inject.AbstractModule;
import com.google.inject.Module;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.util.Modules;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.keys.identity.SiteKeys;
import network.constellation.keys.ring.KeyRing;
import network.constellation.keys.vault.Vault;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditLine;
import network.constellation.peer.config.ConfigReader;
import network.constellation.peer.dispatch.DispatchModule;
import network.constellation.peer.dispatch.MethodBinding;
import network.constellation.peer.dispatch.WireModule;
import network.constellation.peer.door.Door;
import network.constellation.peer.node.Node;
import network.constellation.peer.node.NodeBuilder;
import network.constellation.peer.outbound.HttpTransport;
import network.constellation.peer.outbound.OutboundModule;
import network.constellation.peer.outbound.TransportModule;
import network.constellation.peer.peers.Application;
import network.constellation.peer.peers.PeerTerms;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.PeersModule;
import network.constellation.peer.peers.ServiceGrant;
import network.constellation.peer.peers.Services;
import network.constellation.peer.system.SystemModule;
import network.constellation.peer.tenant.TenantLease;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.HttpClient;

/** One real node with one tenant in the state of a vectors' site: its keys, the peers it knows, services, methods. */
public final class VectorSite implements AutoCloseable {
    private final Node node;
    private final TenantLease lease;
    private final Wwwroot wwwroot;

    private final HttpClient client = new HttpClient();

    private VectorSite(Node node, Wwwroot wwwroot) {
        this.node = node;
        this.wwwroot = wwwroot;
        try {
            client.start();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
        node.tenants().add(wwwroot, "Vector site");
        this.lease = node.tenants().open(wwwroot);
    }

    /** Collects the state; {@link #start} makes it so. */
    public static final class Builder {
        private final Path data;
        private final Wwwroot wwwroot;
        private final SiteKeys current;
        private final List<SiteKeys> retired = new ArrayList<>();
        private final List<MethodBinding> methods = new ArrayList<>();
        private final List<Module> rooms = new ArrayList<>();
        private String config = "";
        private Clock clock = Clock.systemUTC();
        private Optional<HttpTransport> transport = Optional.empty();

        public Builder(Path data, Wwwroot wwwroot, SiteKeys current) {
            this.data = data;
            this.wwwroot = wwwroot;
            this.current = current;
        }

        /** A former generation, newest first. */
        public Builder retired(SiteKeys keys) {
            retired.add(keys);
            return this;
        }

        public Builder method(MethodBinding method) {
            methods.add(method);
            return this;
        }

        /** Features of the product, beside those that every site here has. */
        public Builder rooms(Module... more) {
            rooms.addAll(List.of(more));
            return this;
        }

        public Builder config(String hocon) {
            config = hocon;
            return this;
        }

        public Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        /** What answers the site's own calls. */
        public Builder transport(HttpTransport transport) {
            this.transport = Optional.of(transport);
            return this;
        }

        public VectorSite start() {
            KeyRing ring =
                    new KeyRing(1, current.generation(), current, Optional.empty(), retired, List.of(), List.of());
            Module outside = transport
                    .<Module>map(given -> Modules.override(new TransportModule())
                            .with(new AbstractModule() {
                                @Override
                                protected void configure() {
                                    bind(HttpTransport.class).toInstance(given);
                                }
                            }))
                    .orElseGet(TransportModule::new);
            List<Module> tenant = new ArrayList<>(rooms);
            tenant.addAll(List.of(
                    Modules.override(new PeersModule()).with(new AbstractModule() {
                        @Override
                        protected void configure() {
                            bind(Vault.class).toInstance(new VaultInMemory(ring));
                        }
                    }),
                    new DispatchModule(),
                    new OutboundModule(),
                    new SystemModule(),
                    new AbstractModule() {
                        @Override
                        protected void configure() {
                            Multibinder<MethodBinding> set = Multibinder.newSetBinder(binder(), MethodBinding.class);
                            methods.forEach(method -> set.addBinding().toInstance(method));
                        }
                    }));
            Node node = NodeBuilder.in(data)
                    .clock(clock)
                    .config(ConfigReader.of(config + "\ndoor { port = 0, bind = 127.0.0.1 }"))
                    .node(new WireModule(), outside)
                    .tenant(tenant.toArray(new Module[0]))
                    .build()
                    .start();
            return new VectorSite(node, wwwroot);
        }
    }

    /** Makes a site an approved peer. */
    public VectorSite knows(PublicIdentity peer, Application application, ServiceGrant... services) {
        lease.get(Peers.class).admit(peer, PeerTerms.of(peer.wwwroot().host(), application), "vectors", "test");
        lease.get(Services.class).replace(peer.wwwroot().value(), List.of(services), "test");
        return this;
    }

    public VectorSite disables(String method) {
        lease.get(Services.class).setDisabled(method, true, "test");
        return this;
    }

    /** Posts a body to the site's door over HTTP. */
    public byte[] deliver(byte[] body) {
        URI url = URI.create(
                "http://127.0.0.1:" + node.get(Door.class).port() + wwwroot.path() + "/mnet/xmlrpc/server.php");
        try {
            return client.newRequest(url)
                    .method("POST")
                    .headers(headers -> headers.put("Host", wwwroot.uri().getRawAuthority()))
                    .body(new BytesRequestContent("text/xml charset=UTF-8", body))
                    .timeout(30, TimeUnit.SECONDS)
                    .send()
                    .getContent();
        } catch (InterruptedException | TimeoutException | ExecutionException failed) {
            throw new IllegalStateException("The door did not answer.", failed);
        }
    }

    /** Reasons of the refusals in the audit, newest first. */
    public List<String> refusals() {
        Audit audit = lease.get(Audit.class);
        audit.flush();
        return audit.page(Long.MAX_VALUE, 200).stream()
                .map(AuditLine::event)
                .filter(event -> event.name().equals("call.refused"))
                .map(event -> event.details().getOrDefault("reason", ""))
                .toList();
    }

    public <T> T get(Class<T> type) {
        return lease.get(type);
    }

    public Wwwroot wwwroot() {
        return wwwroot;
    }

    @Override
    public void close() {
        lease.close();
        node.close();
        try {
            client.stop();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Keys that nobody needs tomorrow. */
    private static final class VaultInMemory implements Vault {
        private volatile KeyRing ring;

        VaultInMemory(KeyRing ring) {
            this.ring = ring;
        }

        @Override
        public Optional<KeyRing> load() {
            return Optional.of(ring);
        }

        @Override
        public void save(KeyRing next) {
            ring = next;
        }
    }
}
