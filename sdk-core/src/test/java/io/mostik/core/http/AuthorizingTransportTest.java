package io.mostik.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.ApiException;
import io.mostik.core.Secret;
import io.mostik.core.json.Json;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.VendorServer;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AuthorizingTransportTest {

    private static final Endpoint<Json> CREATE = Endpoint.once("things.create", "POST", "/things", Json.class);

    @RegisterExtension
    final VendorServer vendor = new VendorServer();

    @Test
    void givenRenewedToken_whenTheVendorEchoesIt_thenItIsNotShown() {
        vendor.answers(401).answers(400, "bad: canary-token-2 and canary-token-1");
        ClientConfig config = ClientConfig.builder()
                .baseUri(vendor.uri())
                .time(new ManualTime())
                .build();
        try (ApiClient client =
                ApiClient.builder(config).authorizer(new Renewing()).build()) {
            ApiException failure = catchThrowableOfType(
                    ApiException.class, () -> client.call(CREATE).send());

            assertThat(vendor.count()).isEqualTo(2);
            assertThat(failure.status()).isEqualTo(400);
            assertThat(failure.getMessage()).doesNotContain("canary-token-2");
        }
    }

    /** Has another token after each refusal. */
    private static final class Renewing implements Authorizer {

        private final AtomicInteger number = new AtomicInteger(1);

        @Override
        public ApiRequest authorize(ApiRequest request) {
            Secret token = Secret.of("canary-token-" + number.get());
            return Authorizer.bearer(token).authorize(request);
        }

        @Override
        public boolean renewed(ApiRequest refused, ApiResponse answer) {
            return answer.status() == 401 && number.getAndIncrement() == 1;
        }
    }
}
