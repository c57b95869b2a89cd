package network.constellation.peer.outbound;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.multibindings.OptionalBinder;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import network.constellation.peer.addresses.AddressRange;
import network.constellation.peer.config.ConfigException;
import network.constellation.peer.config.ConfigSection;
import network.constellation.peer.lifecycle.NodeService;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;

/** The HTTP client of the process; for the node injector. Tests may bind other {@link HostNames}. */
public final class TransportModule extends AbstractModule {
    @Override
    protected void configure() {
        ConfigSection.bindNode(binder(), "outbound", OutboundConfig.class);
        OptionalBinder.newOptionalBinder(binder(), HostNames.class).setDefault().toInstance(HostNames.system());
        bind(HttpTransport.class).to(JettyTransport.class);
        NodeService.bind(binder(), TransportService.class);
        bind(TransportService.class);
        bind(LoopbackTransport.class);
        bind(SocketProbe.class);
    }

    @Provides
    @Singleton
    AddressGuard guard(OutboundConfig config) {
        return new AddressGuard(AddressRange.parseAll(config.allowAddresses()));
    }

    @Provides
    @Singleton
    JettyTransport transport(OutboundConfig config, AddressGuard guard, HostNames names) {
        SslContextFactory.Client tls = new SslContextFactory.Client();
        config.trustedCertificates().ifPresent(file -> tls.setTrustStore(withSystem(Path.of(file))));
        return new JettyTransport(guard, names, tls);
    }

    /** The system's authorities and those of the file. */
    private static KeyStore withSystem(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (Certificate authority : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("configured-" + number++, authority);
            }
            TrustManagerFactory system = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            system.init((@Nullable KeyStore) null);
            for (TrustManager manager : system.getTrustManagers()) {
                if (manager instanceof X509TrustManager trust) {
                    for (Certificate authority : trust.getAcceptedIssuers()) {
                        store.setCertificateEntry("system-" + number++, authority);
                    }
                }
            }
            return store;
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new ConfigException("The file " + file + " of outbound.trusted-certificates cannot be read as PEM"
                    + " certificates: " + unreadable.getMessage());
        }
    }
}
