package io.mostik.bankcards.tbank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.mostik.core.Secret;
import io.mostik.core.http.ClientCertificate;
import io.mostik.core.test.TestKeys;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A certificate is read however it was saved, and what is wrong with it is said. */
class CertificateFormsTest {

    private static final Optional<Secret> NONE = Optional.empty();
    private static final Optional<Secret> PASSWORD = Optional.of(TestKeys.PASSWORD);

    @TempDir
    static Path folder;

    static TestKeys company;
    static TestKeys other;
    static String certificate;
    static String key;

    @BeforeAll
    static void makeKeys() throws Exception {
        company = TestKeys.make(folder, "company");
        other = TestKeys.make(folder, "other");
        certificate = Files.readString(company.pemCertificate());
        key = Files.readString(company.pemKey(false));
    }

    @Test
    void givenOneFileInAnyOrder_whenLoaded_thenIsRead() throws IOException {
        assertRead(NONE, file(certificate + key));
        assertRead(NONE, file(key + certificate));
        assertRead(
                NONE, file("Bag Attributes\n  friendlyName: x\n" + key + "subject=CN\n\n" + certificate + "the end"));
        assertRead(NONE, file(key), file(certificate));
        assertRead(NONE, file(Files.readString(company.folder().resolve("company-CERTIFICATE.pem"))), file(key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void givenByteOrderMark_whenLoaded_thenIsRead(String charset) throws IOException {
        Path file = Files.createTempFile(folder, "bom", ".pem");
        Files.write(file, ("\ufeff" + key + certificate).replace("\n", "\r\n").getBytes(Charset.forName(charset)));

        assertRead(NONE, file);
    }

    @Test
    void givenTraditionalKey_whenLoaded_thenIsRead() throws Exception {
        byte[] pkcs8 = company.store()
                .getKey("key", TestKeys.PASSWORD.reveal().toCharArray())
                .getEncoded();
        byte[] pkcs1 = Arrays.copyOfRange(pkcs8, 26, pkcs8.length);

        assertRead(NONE, file(certificate + pem("RSA PRIVATE KEY", pkcs1)));
    }

    @Test
    void givenBinaryFiles_whenLoaded_thenAreRead() throws Exception {
        Path der = Files.write(folder.resolve("c.der"), company.certificate().getEncoded());
        Path pkcs8 = Files.write(
                folder.resolve("k.der"),
                company.store()
                        .getKey("key", TestKeys.PASSWORD.reveal().toCharArray())
                        .getEncoded());

        assertRead(NONE, der, pkcs8);
        assertRead(PASSWORD, company.file());
    }

    @Test
    void givenKeyOfAnotherCertificate_whenLoaded_thenSaysSo() throws Exception {
        refused("belongs to another certificate", NONE, other.pemCertificate(), company.pemKey(false));
    }

    @Test
    void givenTwoCertificates_whenLoaded_thenTakesThatOfTheKey() throws Exception {
        String mixed = Files.readString(other.pemCertificate()) + certificate + key;

        assertRead(NONE, file(mixed));
    }

    @Test
    void givenWhatIsMissing_whenLoaded_thenEachHasItsOwnWords() throws Exception {
        refused("no such file", NONE, folder.resolve("none.p12"));
        refused("key is missing", NONE, file(certificate));
        refused("certificate is missing", NONE, file(key));
        refused("password is missing", NONE, file(certificate), company.pemKey(true));
        refused("password is wrong", Optional.of(Secret.of("canary")), file(certificate), company.pemKey(true));
        refused("password of the PKCS#12 file is wrong", Optional.of(Secret.of("canary")), company.file());
        refused("password of the PKCS#12 file is wrong, or missing", NONE, company.file());
        refused("neither PKCS#12 nor", NONE, file("no certificate at all"));
        refused("not read", NONE, file(certificate + pem("OPENSSH PRIVATE KEY", new byte[] {1, 2})));
        refused("files", NONE);
    }

    /** Damaged files end in a value or in words of ours: no other exception, and no endless work. */
    @Test
    void givenDamagedFile_whenLoaded_thenIsReadOrRefused() throws Exception {
        long seed = Long.getLong("mostik.certificate.seed", System.nanoTime());
        System.out.println("-Dmostik.certificate.seed=" + seed);
        Random random = new Random(seed);
        byte[] sealed = (Files.readString(company.pemKey(true)) + certificate).getBytes(StandardCharsets.US_ASCII);
        byte[] plain = (key + certificate).getBytes(StandardCharsets.US_ASCII);
        byte[] store = Files.readAllBytes(company.file());
        Path file = folder.resolve("damaged");

        for (int i = 0; i < Integer.getInteger("mostik.certificate.files", 90); i++) {
            byte[] original = List.of(sealed, plain, store).get(i % 3);
            byte[] damaged = i % 4 == 0 ? Arrays.copyOf(original, random.nextInt(original.length)) : original.clone();
            for (int flips = random.nextInt(3); flips >= 0 && damaged.length > 0; flips--) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(7));
            }
            Files.write(file, damaged);
            Throwable end = catchThrowable(() -> ClientCertificate.load(PASSWORD, file));

            assertThat(end == null || end.getClass().getSimpleName().matches("IllegalArgument.*|WrongPassword.*"))
                    .as("seed " + seed + ", file " + i + ": " + end)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "genrsa -traditional -out KEYFILE 2048 | ",
                "genrsa -traditional -aes256 -passout pass:changeit -out KEYFILE 2048 | changeit",
                "genrsa -traditional -des3 -passout pass:changeit -out KEYFILE 2048 | changeit",
                "genpkey -algorithm RSA -aes-128-cbc -pass pass:changeit -out KEYFILE | changeit",
                "genpkey -algorithm RSA -des3 -pass pass:changeit -out KEYFILE | changeit",
                "ecparam -name prime256v1 -genkey -out KEYFILE | ",
                "ecparam -name secp384r1 -genkey -noout -out KEYFILE | ",
                "genpkey -algorithm ed25519 -out KEYFILE | "
            })
    void givenKeyOfOpenssl_whenLoaded_thenIsRead(String command, String password) throws Exception {
        assumeThat(openssl("version")).as("openssl is installed").isTrue();
        Path made = Files.createTempFile(folder, "key", ".pem");
        Path signed = Files.createTempFile(folder, "certificate", ".pem");
        assertThat(openssl(command.replace("KEYFILE", made.toString()).split(" ")))
                .isTrue();
        String input = password == null ? "" : " -passin pass:" + password;
        assertThat(openssl(("req -x509 -new -subj /CN=x -days 9 -key " + made + " -out " + signed + input).split(" ")))
                .isTrue();

        assertRead(Optional.ofNullable(password).map(Secret::of), made, signed);
    }

    @ParameterizedTest
    @CsvSource({"''", "changeit"})
    void givenKeyStoreOfOpenssl_whenLoaded_thenIsRead(String password) throws Exception {
        assumeThat(openssl("version")).as("openssl is installed").isTrue();
        Path store = Files.createTempFile(folder, "store", ".p12");
        Path both = file(certificate + key);
        assertThat(openssl(
                        "pkcs12",
                        "-export",
                        "-in",
                        both.toString(),
                        "-out",
                        store.toString(),
                        "-passout",
                        "pass:" + password))
                .isTrue();

        assertRead(Optional.of(password).filter(text -> !text.isEmpty()).map(Secret::of), store);
    }

    private static void assertRead(Optional<Secret> password, Path... files) {
        ClientCertificate read = ClientCertificate.load(password, files);

        assertThat(read.expiresAt()).isAfter(Instant.now());
        assertThat(read.sslContext()).isNotNull();
    }

    private static void refused(String words, Optional<Secret> password, Path... files) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClientCertificate.load(password, files))
                .withMessageContaining(words)
                .withMessageNotContaining("canary");
    }

    private static Path file(String content) throws IOException {
        return Files.write(Files.createTempFile(folder, "file", ".pem"), content.getBytes(StandardCharsets.US_ASCII));
    }

    private static String pem(String label, byte[] content) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + label
                + "-----\n";
    }

    private static boolean openssl(String... arguments) throws InterruptedException {
        String[] command = new String[arguments.length + 1];
        command[0] = "openssl";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
