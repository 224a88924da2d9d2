package io.mostik.testing;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** The JDK's server behind the proxy, plain or with TLS, on a free port. */
@FunctionalInterface
interface InnerServer {

    HttpServer create() throws IOException;

    static HttpServer plain() throws IOException {
        return HttpServer.create(freePort(), 0);
    }

    static HttpServer tls(SSLContext context, boolean clientCertificateRequired) throws IOException {
        HttpsServer server = HttpsServer.create(freePort(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters connection) {
                SSLParameters parameters = getSSLContext().getDefaultSSLParameters();
                parameters.setNeedClientAuth(clientCertificateRequired);
                connection.setSSLParameters(parameters);
            }
        });
        return server;
    }

    private static InetSocketAddress freePort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }
}
