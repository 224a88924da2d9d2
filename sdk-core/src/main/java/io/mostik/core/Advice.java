package io.mostik.core;

import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** Chooses the words of advice that fit a failure: the vendor's for its code first, else the core's for its kind. */
final class Advice {

    private static final ErrorHints CORE =
            ErrorHints.in(locale -> ResourceBundle.getBundle("io.mostik.core.hints", locale));

    private Advice() {}

    static String on(SdkException failure, Locale locale) {
        return vendor(failure, locale).orElseGet(() -> text(key(failure), locale));
    }

    static String whetherItHappened(SdkException failure, Locale locale) {
        return text("outcome." + failure.outcome(), locale);
    }

    private static Optional<String> vendor(SdkException failure, Locale locale) {
        if (!(failure instanceof ApiException answer)) {
            return Optional.empty();
        }
        ErrorHints hints = answer.hints();
        return answer.code()
                .flatMap(code -> hints.find("code." + code, locale))
                .or(() -> hints.find("status." + answer.status(), locale));
    }

    private static String key(SdkException failure) {
        if (failure.failure().cancelled()) {
            return "cancelled";
        }
        if (failure instanceof ApiException answer) {
            return "kind." + answer.error().kind();
        }
        if (failure instanceof WebhookException refusal) {
            return "webhook." + refusal.reason();
        }
        return "phase." + failure.phase();
    }

    private static String text(String key, Locale locale) {
        return CORE.find(key, locale).orElseThrow(() -> new IllegalStateException("no hint for " + key));
    }
}
