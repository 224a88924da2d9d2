package io.mostik.core.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The JDK's own client prints headers where it is told to: the documents have to warn of exactly that, as long as it is so. */
class JdkLoggingTest {

    private static final String PROPERTY = "jdk.httpclient.HttpClient.log";
    private static final String HOSTS =
            "-Djdk.net.hosts.file=" + System.getProperty("jdk.net.hosts.file", "/etc/hosts");

    @Test
    void givenJdkThatLogsHeaders_whenCalling_thenWarnedOfTheKey() throws Exception {
        String said = OtherJvm.run(LoggingJvm.class, HOSTS, "-D" + PROPERTY + "=headers");

        assertThat(said).contains(LoggingJvm.KEY);
        assertThat(Files.readString(Path.of("..", "docs", "logging-and-secrets.md"))
                        .replaceAll("\\s+", " "))
                .contains("`jdk.httpclient` below `ALL` and the property `" + PROPERTY
                        + "` unset: they print addresses, and headers with credentials.");
    }

    @Test
    void givenJdkAsItIs_whenCalling_thenNothingIsPrinted() throws Exception {
        assertThat(OtherJvm.run(LoggingJvm.class, HOSTS)).isEmpty();
    }
}
