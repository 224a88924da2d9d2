package io.mostik.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.TransportException;
import io.mostik.core.json.Json;
import io.mostik.core.test.VendorServer;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How often a name is looked up; {@link NameFaultsTest} has what a caller sees of a lookup that does not end. */
@Timeout(30)
class HostLookupTest {

    private static final Endpoint<Json> GET = Endpoint.read("things.get", "GET", "/things", Json.class);

    @RegisterExtension
    final VendorServer vendor = new VendorServer();

    private final CountDownLatch silent = new CountDownLatch(1);
    private final CountDownLatch asked = new CountDownLatch(1);
    private final AtomicInteger lookups = new AtomicInteger();

    @AfterEach
    void letGo() {
        silent.countDown();
    }

    @Test
    void givenSilentNameServer_whenManyCall_thenOneLookupServesAll() throws Exception {
        vendor.answers(200, "{}").answers(200, "{}");
        try (SdkRuntime runtime = runtime(this::nothing);
                ApiClient client = client(runtime, Duration.ofMinutes(5))) {
            Thread first = new Thread(() -> client.call(GET).send());
            Thread second = new Thread(() -> client.call(GET).send());
            first.start();
            second.start();
            asked.await();

            silent.countDown();
            first.join();
            second.join();

            assertThat(lookups).hasValue(1);
            assertThat(vendor.count()).isEqualTo(2);
        }
    }

    @Test
    void givenUnknownName_whenTried_thenIsAskedOnceForAllTries() {
        try (SdkRuntime runtime = runtime(host -> {
                    lookups.incrementAndGet();
                    throw new UnknownHostException("secret address");
                });
                ApiClient client = client(runtime, Duration.ofSeconds(10))) {
            TransportException failure = catchThrowableOfType(
                    TransportException.class, () -> client.call(GET).send());

            assertThat(failure.attempts()).hasSize(3);
            assertThat(failure).hasMessageContaining("localhost not found").hasMessageNotContaining("secret");
            assertThat(lookups).hasValue(1);
        }
    }

    private Object nothing(String host) throws UnknownHostException {
        lookups.incrementAndGet();
        asked.countDown();
        try {
            silent.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return InetAddress.getAllByName(host);
    }

    private static SdkRuntime runtime(HostLookup.Resolver resolver) {
        return SdkRuntime.builder().resolver(resolver).build();
    }

    private ApiClient client(SdkRuntime runtime, Duration deadline) {
        return ApiClient.builder(ClientConfig.builder()
                        .baseUri(vendor.uri().replace("127.0.0.1", "localhost"))
                        .runtime(runtime)
                        .deadline(deadline)
                        .build())
                .build();
    }
}
