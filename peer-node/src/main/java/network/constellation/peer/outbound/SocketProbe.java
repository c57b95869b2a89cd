package network.constellation.peer.outbound;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import network.constellation.peer.outbound.Reached.Step;

/**
 * Opens one connection as a call would, under the same {@link AddressGuard} and with the same authorities, and tells how
 * far it came. Sends nothing.
 */
@Singleton
final class SocketProbe {
    private static final int MILLIS = 5_000;

    private final AddressGuard guard;
    private final HostNames names;
    private final JettyTransport transport;

    @Inject
    SocketProbe(AddressGuard guard, HostNames names, JettyTransport transport) {
        this.guard = guard;
        this.names = names;
        this.transport = transport;
    }

    Reached probe(URI url, ConnectPolicy policy) {
        boolean secure = "https".equals(url.getScheme());
        int port = url.getPort() >= 0 ? url.getPort() : secure ? 443 : 80;
        InetAddress address;
        try {
            guard.checkUrl(url, policy);
            address = permitted(names.resolve(url.getHost()), policy);
        } catch (UnknownHostException unknown) {
            return Reached.failed(Step.RESOLVE, "unknown", url.getHost());
        } catch (ForbiddenAddressException refused) {
            return Reached.failed(Step.RESOLVE, "forbidden", String.valueOf(refused.getMessage()));
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), MILLIS);
            socket.setSoTimeout(MILLIS);
            return secure ? shaken(socket, url, port, address) : Reached.plain(address.getHostAddress());
        } catch (SocketTimeoutException slow) {
            return Reached.failed(Step.CONNECT, "silent", address.getHostAddress() + ":" + port);
        } catch (IOException refused) {
            return Reached.failed(Step.CONNECT, "refused", address.getHostAddress() + ":" + port);
        }
    }

    private InetAddress permitted(List<InetAddress> found, ConnectPolicy policy)
            throws ForbiddenAddressException, UnknownHostException {
        for (InetAddress address : found) {
            if (guard.permits(address, policy)) {
                return address;
            }
        }
        if (found.isEmpty()) {
            throw new UnknownHostException();
        }
        guard.checkAddress(found.get(0), policy);
        return found.get(0);
    }

    private Reached shaken(Socket plain, URI url, int port, InetAddress address) {
        try (SSLSocket socket = (SSLSocket) transport.sslSockets().createSocket(plain, url.getHost(), port, false)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            X509Certificate certificate = (X509Certificate) socket.getSession().getPeerCertificates()[0];
            return Reached.secure(
                    address.getHostAddress(), certificate.getNotAfter().toInstant());
        } catch (SSLException refused) {
            return Reached.failed(Step.TLS, word(refused), innermost(refused));
        } catch (IOException broken) {
            return Reached.failed(Step.TLS, "broken", String.valueOf(broken.getMessage()));
        }
    }

    private static String word(Throwable refused) {
        for (Throwable step = refused; step != null; step = step.getCause()) {
            if (step instanceof CertificateExpiredException) {
                return "expired";
            }
            if (step instanceof CertificateNotYetValidException) {
                return "early";
            }
        }
        String message = innermost(refused);
        return message.contains("No subject alternative") || message.contains("No name matching")
                ? "name"
                : message.contains("certification path") || message.contains("PKIX") ? "untrusted" : "broken";
    }

    private static String innermost(Throwable refused) {
        Throwable last = refused;
        for (Throwable step = refused; step != null; step = step.getCause()) {
            last = step;
        }
        return last.getMessage() == null ? last.getClass().getSimpleName() : last.getMessage();
    }
}
