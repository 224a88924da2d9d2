package io.mostik.core.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Tag("faults")
@ExtendWith(FaultReport.class)
class OtherJvmTest {

    private static final String HOSTS =
            "-Djdk.net.hosts.file=" + System.getProperty("jdk.net.hosts.file", "/etc/hosts");

    /** The JDK's client starts and ends workers of its own as it needs them; a thread a client would be a thousand. */
    private static final int FEW = 10;

    @Test
    void givenRepeatingJdk_whenAnswerIsLost_thenOnlyOurRepeatsLeave() throws Exception {
        String said = OtherJvm.run(RetryingJvm.class, HOSTS, "-Djdk.httpclient.enableAllMethodRetry=true");

        assertThat(said.lines())
                .containsExactly(
                        "READ UNKNOWN after 3 read 3",
                        "REPEATABLE UNKNOWN after 3 read 3",
                        "ONCE_GET UNKNOWN after 1 read 1",
                        "ONCE_POST UNKNOWN after 1 read 1");
        FaultReport.single(
                "F15", "as F12 with enableAllMethodRetry=true", said.strip().replace("\n", "<br>"));
    }

    @Test
    void givenNameThatMoves_whenJvmForgetsIt_thenNewAddressIsUsed(@TempDir Path folder) throws Exception {
        Path hosts = Files.createFile(folder.resolve("hosts"));

        String said = OtherJvm.run(MovingVendor.class, "-Djdk.net.hosts.file=" + hosts, "-Dsun.net.inetaddr.ttl=1");

        assertThat(said.strip()).isEqualTo("before false, after true");
        FaultReport.single(
                "F08",
                "address changes during life",
                "new one used as soon as the JVM forgets the old (its"
                        + " networkaddress.cache.ttl, 30 s by default; 1 s here)");
    }

    @Test
    void givenUnclosedClients_whenThousandUsed_thenThreadsStayFlat() throws Exception {
        String said = OtherJvm.run(DroppedClients.class, HOSTS).strip();

        String[] words = said.replace(",", "").split(" ");
        assertThat(Integer.parseInt(words[3])).isLessThanOrEqualTo(Integer.parseInt(words[1]) + FEW);
        assertThat(Integer.parseInt(words[5])).isLessThanOrEqualTo(2);
        FaultReport.single("F65", "1,000 clients dropped without close", said);
    }

    @Test
    void givenSmallHeap_whenVendorSendsTooMuch_thenProcessLivesOn() throws Exception {
        String said = OtherJvm.run(SmallHeap.class, HOSTS, "-Xmx64m");

        assertThat(said.lines())
                .containsExactly(
                        "endless body: TransportException UNKNOWN",
                        "gzip bomb: TransportException UNKNOWN",
                        "text of 21 MB: TransportException UNKNOWN",
                        "1,000 levels: DecodingException UNKNOWN",
                        "1,000 digits: DecodingException UNKNOWN",
                        "all alive");
        FaultReport.single("F37, F38, F45", "heap of 64 MB", said.strip().replace("\n", "<br>"));
    }
}
