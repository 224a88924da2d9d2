package io.mostik.core.http;

import io.mostik.core.Secret;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Reads a certificate, its chain and its key out of files, in whatever form and order they lie there. */
final class CertificateFiles {

    private static final int KEY_STORE = 3;

    private final Optional<Secret> password;
    private final List<X509Certificate> certificates = new ArrayList<>();
    private final List<PemBlock> keyBlocks = new ArrayList<>();
    private final List<PrivateKey> keys = new ArrayList<>();

    private CertificateFiles(Optional<Secret> password) {
        this.password = password;
    }

    /**
     * A certificate with its key.
     *
     * @param key its key
     * @param chain itself, then whoever issued it, and so on
     */
    record Pair(PrivateKey key, List<X509Certificate> chain) {

        @Override
        public String toString() {
            return "Pair";
        }
    }

    static Pair read(List<Path> files, Optional<Secret> password) {
        CertificateFiles all = new CertificateFiles(password);
        files.forEach(all::add);
        return all.pair();
    }

    private void add(Path file) {
        byte[] content = bytes(file);
        List<PemBlock> blocks = PemBlock.in(content);
        if (blocks.isEmpty()) {
            addBinary(file, content);
            return;
        }
        blocks.stream().filter(PemBlock::isKey).forEach(keyBlocks::add);
        blocks.stream().filter(PemBlock::isCertificate).forEach(block -> addCertificates(file, block.content()));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("there is no such file: " + file.getFileName(), e);
        } catch (IOException e) {
            throw new IllegalArgumentException("file cannot be read: " + file.getFileName(), e);
        }
    }

    /** PKCS#12 begins with its version, 3; a key in PKCS#8 with 0; certificates and encrypted keys with a structure. */
    private void addBinary(Path file, byte[] content) {
        Der first;
        try {
            first = Der.read(content).part(0);
        } catch (IllegalArgumentException e) {
            throw notRead(file, e);
        }
        if (first.isNumber(KEY_STORE)) {
            addKeyStore(content);
        } else if (first.tag() == Der.INTEGER) {
            keyBlocks.add(new PemBlock("PRIVATE KEY", Optional.empty(), content));
        } else {
            addCertificateOrSealedKey(file, content);
        }
    }

    private void addCertificateOrSealedKey(Path file, byte[] content) {
        try {
            addCertificates(file, content);
        } catch (IllegalArgumentException e) {
            keyBlocks.add(new PemBlock("ENCRYPTED PRIVATE KEY", Optional.empty(), content));
        }
    }

    private void addCertificates(Path file, byte[] content) {
        try {
            Collection<? extends Certificate> found =
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(content));
            found.forEach(certificate -> certificates.add((X509Certificate) certificate));
        } catch (CertificateException e) {
            throw notRead(file, e);
        }
    }

    private void addKeyStore(byte[] content) {
        char[] characters = password.map(Secret::reveal).orElse("").toCharArray();
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(content), characters);
            for (String alias : Collections.list(store.aliases())) {
                Key key = store.isKeyEntry(alias) ? store.getKey(alias, characters) : null;
                if (key instanceof PrivateKey own) {
                    keys.add(own);
                }
                Certificate[] chain = store.getCertificateChain(alias);
                if (chain != null) {
                    List.of(chain).forEach(certificate -> certificates.add((X509Certificate) certificate));
                } else if (store.getCertificate(alias) instanceof X509Certificate certificate) {
                    certificates.add(certificate);
                }
            }
        } catch (UnrecoverableKeyException e) {
            throw new WrongPasswordException(e);
        } catch (GeneralSecurityException | IOException e) {
            if (e.getCause() instanceof UnrecoverableKeyException) {
                throw new WrongPasswordException(e);
            }
            throw new IllegalArgumentException(
                    "PKCS#12 file cannot be read: it is damaged, or sealed in an unknown way", e);
        }
    }

    private Pair pair() {
        if (certificates.isEmpty()) {
            throw new IllegalArgumentException("certificate is missing: there is none in the files");
        }
        if (keys.isEmpty() && keyBlocks.isEmpty()) {
            throw new IllegalArgumentException("private key is missing: there is none in the files");
        }
        Optional<IllegalArgumentException> problem = Optional.empty();
        for (X509Certificate certificate : certificates) {
            for (PrivateKey key : keys) {
                if (belongs(key, certificate.getPublicKey())) {
                    return new Pair(key, chain(certificate));
                }
            }
            for (PemBlock block : keyBlocks) {
                try {
                    PrivateKey key = new PrivateKeys(password).read(block, certificate.getPublicKey());
                    if (belongs(key, certificate.getPublicKey())) {
                        return new Pair(key, chain(certificate));
                    }
                } catch (IllegalArgumentException e) {
                    problem = problem.or(() -> Optional.of(e));
                }
            }
        }
        throw problem.orElseGet(() -> new IllegalArgumentException(
                "private key belongs to another certificate: files of two issues are mixed up"));
    }

    /** Tries it out: what the key signs, the certificate must prove. */
    private static boolean belongs(PrivateKey key, PublicKey owner) {
        String algorithm = switch (owner.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            case "DSA" -> "SHA256withDSA";
            default -> owner.getAlgorithm();
        };
        byte[] sample = new byte[32];
        new SecureRandom().nextBytes(sample);
        try {
            Signature signing = Signature.getInstance(algorithm);
            signing.initSign(key);
            signing.update(sample);
            byte[] proof = signing.sign();
            Signature verifying = Signature.getInstance(algorithm);
            verifying.initVerify(owner);
            verifying.update(sample);
            return verifying.verify(proof);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private List<X509Certificate> chain(X509Certificate own) {
        List<X509Certificate> chain = new ArrayList<>(List.of(own));
        X509Certificate last = own;
        while (chain.size() <= certificates.size()) {
            X509Certificate child = last;
            Optional<X509Certificate> issuer = certificates.stream()
                    .filter(other -> !chain.contains(other))
                    .filter(other -> other.getSubjectX500Principal().equals(child.getIssuerX500Principal()))
                    .findFirst();
            if (issuer.isEmpty()) {
                break;
            }
            last = issuer.get();
            chain.add(last);
        }
        return List.copyOf(chain);
    }

    private static IllegalArgumentException notRead(Path file, Exception cause) {
        return new IllegalArgumentException(
                "file holds neither PKCS#12 nor a certificate or key that can be read: " + file.getFileName(), cause);
    }

    /** The password of a PKCS#12 file is wrong. */
    static final class WrongPasswordException extends IllegalArgumentException {

        private static final long serialVersionUID = 1L;

        WrongPasswordException(Exception cause) {
            super("password of the PKCS#12 file is wrong, or missing", cause);
        }
    }
}
