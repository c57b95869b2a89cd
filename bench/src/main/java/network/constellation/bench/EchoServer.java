package network.constellation.bench;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/** A bare Jetty that reads a body and answers with as many bytes as the node would: what HTTP alone costs. */
final class EchoServer {
    private EchoServer() {}

    /** @param arguments port, bytes of the answer */
    public static void main(String[] arguments) throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        connector.setPort(Integer.parseInt(arguments[0]));
        server.addConnector(connector);
        int answerLength = Integer.parseInt(arguments[1]);
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                ByteBuffer body = Content.Source.asByteBuffer(request);
                byte[] answer = new byte[answerLength];
                body.get(answer, 0, Math.min(body.remaining(), answerLength));
                response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/xml; charset=utf-8");
                response.getHeaders().put(HttpHeader.CONTENT_LENGTH, answerLength);
                response.write(true, ByteBuffer.wrap(answer), callback);
                return true;
            }
        });
        server.start();
        System.out.println("ready");
        server.join();
    }
}
