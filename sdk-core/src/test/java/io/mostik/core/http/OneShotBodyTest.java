package io.mostik.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

class OneShotBodyTest {

    private final OneShotBody body =
            new OneShotBody(new RequestBody("text/plain", "hello".getBytes(StandardCharsets.UTF_8)), () -> {});

    @Test
    void givenBody_whenTheLengthWasAskedFor_thenItCannotBeKeptBack() {
        long length = body.contentLength();

        assertThat(length).isEqualTo(5);
        assertThat(body.keepBack()).isFalse();
    }

    @Test
    void givenRequestKeptBack_whenTheClientGoesOn_thenItIsRefused() {
        boolean first = body.keepBack();
        boolean second = body.keepBack();

        assertThat(first && second).isTrue();
        assertThatExceptionOfType(OneShotBody.SecondUseException.class).isThrownBy(body::contentLength);
    }

    @Test
    void givenLateKeepBack_whenAboutToLeave_thenItIsRefused() {
        OneShotBody[] about = new OneShotBody[1];
        about[0] = new OneShotBody(
                RequestBody.NONE, () -> assertThat(about[0].keepBack()).isTrue());

        assertThatExceptionOfType(OneShotBody.SecondUseException.class).isThrownBy(about[0]::contentLength);
    }

    @Test
    void givenBodyInUse_whenTheClientWantsToSendItAgain_thenRefuses() {
        body.contentLength();

        assertThatExceptionOfType(OneShotBody.SecondUseException.class)
                .isThrownBy(body::contentLength)
                .withMessageContaining("a second or late send");
    }

    @Test
    void givenNoBody_whenTheLengthIsAskedFor_thenIsNone() {
        assertThat(new OneShotBody(RequestBody.NONE, () -> {}).contentLength()).isZero();
        assertThat(new OneShotBody(new RequestBody("", new byte[] {1}), () -> {}).contentLength())
                .isZero();
    }

    @Test
    void givenBody_whenRead_thenGivesEveryByte() {
        HttpResponse.BodySubscriber<String> reader = HttpResponse.BodySubscribers.ofString(StandardCharsets.UTF_8);

        body.subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                reader.onSubscribe(subscription);
            }

            @Override
            public void onNext(ByteBuffer piece) {
                reader.onNext(java.util.List.of(piece));
            }

            @Override
            public void onError(Throwable failure) {
                reader.onError(failure);
            }

            @Override
            public void onComplete() {
                reader.onComplete();
            }
        });

        assertThat(reader.getBody().toCompletableFuture()).isCompletedWithValue("hello");
    }
}
