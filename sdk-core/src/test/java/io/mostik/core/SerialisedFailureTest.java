package io.mostik.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SerialisedFailureTest {

    private static final FailureInfo FACTS = new FailureInfo(
            "things.get",
            Outcome.REJECTED,
            Phase.DECODE,
            true,
            false,
            Optional.of(Duration.ofSeconds(7)),
            Optional.of("r-17"));

    static Stream<SdkException> failures() {
        Attempt answered =
                new Attempt(1, Duration.ofMillis(5), OptionalInt.of(429), Outcome.REJECTED, Duration.ofSeconds(1));
        Attempt lost = new Attempt(2, Duration.ofMillis(6), OptionalInt.empty(), Outcome.UNKNOWN, Duration.ZERO);
        ApiError error = ApiError.of(429, "E1", "too many").with(Map.of("limit", "3 a second"));
        ErrorHints hints = (key, locale) -> key.equals("code.E1") ? Optional.of("Send fewer.") : Optional.empty();
        return Stream.of(
                        ApiException.of(error, FACTS).advisedBy(hints),
                        ApiException.of(ApiError.of(404, "", ""), FACTS),
                        new TransportException("gone", FACTS, new IOException("cause")),
                        new DecodingException("odd", FACTS),
                        new WebhookException(WebhookException.Reason.TOO_LARGE, "large"))
                .map(failure -> failure.tried(List.of(answered, lost)).retryAt(Instant.parse("2026-03-02T09:00:00Z")));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void givenFailure_whenSerialisedAndRead_thenSaysTheSame(SdkException failure) throws Exception {
        SdkException read = copy(failure);

        assertThat(read)
                .hasSameClassAs(failure)
                .hasMessage(failure.getMessage())
                .hasToString(failure.toString());
        assertThat(read.failure()).isEqualTo(failure.failure());
        assertThat(read.attempts()).isEqualTo(failure.attempts());
        assertThat(read.retryAt()).isEqualTo(failure.retryAt());
        assertThat(read.hint(Locale.ENGLISH)).isNotBlank();
    }

    @Test
    void givenApiException_whenSerialisedAndRead_thenKeepsTheError() throws Exception {
        ApiException failure = (ApiException) failures().findFirst().orElseThrow();

        ApiException read = copy(failure);

        assertThat(read).isInstanceOf(RateLimitedException.class).hasMessageContaining("Send fewer.");
        assertThat(read.error()).isEqualTo(failure.error());
    }

    @Test
    void givenJarWithoutTexts_whenAskedForItsMessage_thenPrints() throws Exception {
        try (Loader loader = new Loader()) {
            Object failure = loader.failure();

            assertThat(failure.toString()).contains("things.made: odd [UNKNOWN", "phase DECODE");
            assertThat(String.valueOf(loader.hint(failure))).contains("happened");
        }
    }

    @Test
    void givenClosedClassLoader_whenAskedForItsMessage_thenPrints() throws Exception {
        Loader loader = new Loader();
        Object failure = loader.failure();

        loader.close();

        assertThat(failure.toString()).contains("things.made: odd [UNKNOWN", "phase DECODE");
    }

    @SuppressWarnings("unchecked")
    private static <T> T copy(T failure) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(failure);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (T) in.readObject();
        }
    }

    /** Makes the failure in another copy of the SDK. */
    public static final class Maker implements Supplier<RuntimeException> {
        @Override
        public RuntimeException get() {
            return new DecodingException("odd", FailureInfo.lasting("things.made", Outcome.UNKNOWN, Phase.DECODE));
        }
    }

    /** The classes of the SDK as an application loads them, without the texts of advice. */
    private static final class Loader extends URLClassLoader {

        Loader() {
            super(
                    new URL[] {location(SdkException.class), location(Maker.class), location(NullMarked.class)},
                    ClassLoader.getPlatformClassLoader());
        }

        @Override
        public URL findResource(String name) {
            return name.endsWith(".properties") ? null : super.findResource(name);
        }

        Object failure() throws ReflectiveOperationException {
            Class<?> maker = loadClass(Maker.class.getName());
            return ((Supplier<?>) maker.getConstructor().newInstance()).get();
        }

        Object hint(Object failure) throws ReflectiveOperationException {
            return failure.getClass().getMethod("hint", Locale.class).invoke(failure, Locale.ENGLISH);
        }

        private static URL location(Class<?> type) {
            return type.getProtectionDomain().getCodeSource().getLocation();
        }
    }
}
