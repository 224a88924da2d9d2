package io.mostik.core.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** F76: nothing of a client stays behind: no thread, connection, memory or class loader. Each in a JVM of its own. */
@Tag("faults")
@ExtendWith(FaultReport.class)
class LeakTest {

    private static final String HOSTS =
            "-Djdk.net.hosts.file=" + System.getProperty("jdk.net.hosts.file", "/etc/hosts");

    /**
     * Megabytes by which a heap may differ: buffers and caches of the JDK, far less than one answer for each client.
     */
    private static final int FEW = 6;

    @Test
    void givenClientsThatAreClosed_whenThereWereMany_thenNothingStays() throws Exception {
        String said = OtherJvm.run(ClosedClients.class, HOSTS).strip();

        assertThat(said).contains("quiet true");
        assertThat(last(said)).isLessThan(FEW);
        FaultReport.single("F76", "many clients made, used and closed", said);
    }

    @Test
    void givenTenantsWithCertificates_whenTheyGo_thenConnectionsGo() throws Exception {
        String said = OtherJvm.run(ManyTenants.class, HOSTS).strip();

        assertThat(said).contains("quiet true");
        assertThat(last(said)).isLessThan(FEW);
        FaultReport.single("F76", "tenants with a certificate each on one runtime", said);
    }

    @Test
    void givenIdleConnections_whenTheyCarriedMuch_thenTheyKeepNoBody() throws Exception {
        String said = OtherJvm.run(IdleConnections.class, HOSTS).strip();

        assertThat(last(said)).isLessThan(FEW);
        FaultReport.single("F76", "idle connections after large bodies, MB", said);
    }

    @Test
    void givenUndeployedApp_whenClientClosed_thenLoaderIsCollected() throws Exception {
        String said = OtherJvm.run(Redeployment.class, HOSTS).strip();

        assertThat(said).isEqualTo("gone true left 0");
        FaultReport.single("F76", "application deployed and taken away, 3 times", said);
    }

    private static int last(String said) {
        return Integer.parseInt(said.substring(said.lastIndexOf(' ') + 1));
    }
}
