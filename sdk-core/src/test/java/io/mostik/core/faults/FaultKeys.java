package io.mostik.core.faults;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;

/** A key with its certificate, made on the spot by the JDK's keytool, so that none is kept in the sources. */
record FaultKeys(KeyStore store) {

    private static final char[] PASSWORD = "changeit".toCharArray();

    /** Makes a key for a name with a certificate signed by itself. */
    static FaultKeys make(String host) throws IOException, InterruptedException {
        return inNewFile(file -> keytool(file, "key", host));
    }

    /** Makes a key whose certificate is signed by an authority, and over since some days. */
    static FaultKeys expired(String host) throws IOException, InterruptedException {
        return inNewFile(file -> {
            keytool(file, "authority", "authority", "-ext", "bc=ca:true");
            keytool(file, "key", host, "-signer", "authority", "-startdate", "-10d", "-validity", "5");
        });
    }

    /** Fills a key store. */
    private interface Filling {
        void fill(Path file) throws IOException, InterruptedException;
    }

    private static FaultKeys inNewFile(Filling filling) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("fault-keys");
        Path file = folder.resolve("keys.p12");
        filling.fill(file);
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, PASSWORD);
            return new FaultKeys(keys);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } finally {
            Files.delete(file);
            Files.delete(folder);
        }
    }

    private static void keytool(Path file, String alias, String host, String... more)
            throws IOException, InterruptedException {
        String home = requireNonNull(System.getProperty("java.home"));
        List<String> command =
                new ArrayList<>(List.of(Path.of(home, "bin", "keytool").toString(), "-genkeypair"));
        command.addAll(List.of("-alias", alias, "-keyalg", "EC", "-dname", "CN=" + host, "-ext", "san=" + host(host)));
        command.addAll(List.of("-storetype", "PKCS12", "-keystore", file.toString()));
        command.addAll(List.of("-storepass", new String(PASSWORD), "-keypass", new String(PASSWORD)));
        command.addAll(List.of(more));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes(), Charset.defaultCharset());
        if (keytool.waitFor() != 0) {
            throw new IllegalStateException("keytool: " + said);
        }
    }

    private static String host(String host) {
        return Character.isDigit(host.charAt(0)) ? "ip:" + host : "dns:" + host;
    }

    /** Returns a server that has this key. */
    FaultServers.Maker server(Consumer<SSLServerSocket> settings) {
        return script -> {
            SSLContext context = context("TLS", Optional.of(this), this);
            SSLServerSocket socket = (SSLServerSocket)
                    context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
            settings.accept(socket);
            return new FaultServers.Place(io.mostik.core.test.RawServer.start(socket, script));
        };
    }

    /** Returns what a client needs to believe this certificate. */
    SSLContext trusted(String protocol) {
        try {
            return context(protocol, Optional.empty(), this);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns what a client needs to believe this certificate and to show it as its own. */
    SSLContext shown() {
        try {
            return context("TLS", Optional.of(this), this);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SSLContext context(String protocol, Optional<FaultKeys> own, FaultKeys trusted)
            throws GeneralSecurityException, IOException {
        KeyManager[] managers = new KeyManager[0];
        if (own.isPresent()) {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(own.get().store(), PASSWORD);
            managers = keys.getKeyManagers();
        }
        KeyStore certificates = KeyStore.getInstance("PKCS12");
        certificates.load(null, null);
        Certificate[] chain = trusted.store().getCertificateChain("key");
        certificates.setCertificateEntry("trusted", chain[chain.length - 1]);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(certificates);
        SSLContext context = SSLContext.getInstance(protocol);
        context.init(managers, trust.getTrustManagers(), null);
        return context;
    }
}
