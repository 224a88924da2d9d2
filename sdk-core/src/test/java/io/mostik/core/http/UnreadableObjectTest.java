package io.mostik.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.DecodingException;
import io.mostik.core.json.JsonType;
import io.mostik.core.json.SampleHolder;
import io.mostik.core.test.VendorServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An optional object that cannot be read costs itself, and listeners are told of it. */
class UnreadableObjectTest {

    private static final JsonType<SampleHolder> HOLDER = JsonType.of(SampleHolder.class);
    private static final Endpoint<SampleHolder> ONE = Endpoint.read("holders.get", "GET", "/holder", HOLDER);
    private static final Endpoint<List<SampleHolder>> ALL =
            Endpoint.read("holders.list", "GET", "/holders", JsonType.listOf(SampleHolder.class));

    @RegisterExtension
    final VendorServer vendor = new VendorServer();

    private final List<CallListener.Unreadable> told = new ArrayList<>();
    private ApiClient client;

    @BeforeEach
    void connect() {
        CallListener broken = new CallListener() {
            @Override
            public void onUnreadable(Unreadable object) {
                throw new IllegalStateException("broken");
            }
        };
        CallListener listener = new CallListener() {
            @Override
            public void onUnreadable(Unreadable object) {
                told.add(object);
            }
        };
        client = ApiClient.builder(ClientConfig.builder()
                        .baseUri(vendor.uri())
                        .retry(RetryPolicy.none())
                        .listener(CallListener.all(List.of(broken, listener)))
                        .build())
                .build();
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void givenOddObject_whenCalling_thenRestComesAndItsPlaceIsTold() {
        vendor.answers(200, "{\"id\":1,\"sample\":{\"label\":\"without an id\"}}");

        SampleHolder holder = client.call(ONE).send();

        assertThat(holder.id()).isEqualTo(1);
        assertThat(holder.sample()).isEmpty();
        assertThat(holder.unknown()).containsOnlyKeys("sample");
        assertThat(told).containsExactly(new CallListener.Unreadable("holders.get", "/sample"));
    }

    @Test
    void givenSeveralOddObjects_whenCalling_thenEachIsTold() {
        vendor.answers(200, "[{\"id\":1,\"sample\":7},{\"id\":2,\"sample\":{\"id\":3}},{\"id\":4,\"sample\":{}}]");

        List<SampleHolder> holders = client.call(ALL).send();

        assertThat(holders).extracting(SampleHolder::id).containsExactly(1L, 2L, 4L);
        assertThat(told)
                .containsExactly(
                        new CallListener.Unreadable("holders.list", "/0/sample"),
                        new CallListener.Unreadable("holders.list", "/2/sample"));
    }

    @Test
    void givenReadableAnswer_whenCalling_thenNothingIsTold() {
        vendor.answers(200, "{\"id\":1,\"sample\":{\"id\":2}}");

        assertThat(client.call(ONE).send().sample()).isPresent();
        assertThat(told).isEmpty();
    }

    @Test
    void givenAnswerThatFailsAnyway_whenCalling_thenNothingIsTold() {
        vendor.answers(200, "{\"sample\":{}}");

        DecodingException failure = catchThrowableOfType(
                DecodingException.class, () -> client.call(ONE).send());

        assertThat(failure).isNotNull();
        assertThat(told).isEmpty();
    }
}
