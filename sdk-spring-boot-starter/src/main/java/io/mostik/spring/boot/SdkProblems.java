package io.mostik.spring.boot;

import io.mostik.core.NotFoundException;
import io.mostik.core.Outcome;
import io.mostik.core.SdkException;
import io.mostik.core.StateStoreException;
import io.mostik.core.WebhookException;
import io.mostik.core.once.KeyReuseException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Answers a failure of a vendor that leaves a controller with a problem detail: whether it happened and what to do next, in the
 * language of the caller; never anything of the request or of the vendor's answer. Refusals of workflows are conflicts that
 * name their reason. Handlers of the application come first.
 */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
final class SdkProblems {

    private static final System.Logger LOG = System.getLogger("io.mostik.problems");

    @ExceptionHandler
    ResponseEntity<ProblemDetail> failed(SdkException failure, Locale locale) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status(failure), failure.hint(locale));
        problem.setProperty("operation", failure.operation());
        problem.setProperty("outcome", failure.outcome().name());
        problem.setProperty("retryable", isRetryable(failure));
        failure.requestId().ifPresent(id -> problem.setProperty("requestId", id));
        // The builder: the constructors are not the same in Spring 6 and 7.
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(problem.getStatus());
        failure.retryAfter().map(SdkProblems::seconds).ifPresent(seconds -> {
            problem.setProperty("retryAfterSeconds", seconds);
            answer.header("Retry-After", String.valueOf(seconds));
        });
        return answer.body(problem);
    }

    /** What failed to be stored may be stored all the same: nobody is told to repeat. It is noted nowhere else. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> failed(StateStoreException failure) {
        LOG.log(Level.WARNING, "the state store failed: " + failure.getMessage());
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE,
                "The application could not store or read what it remembers. Look whether it happened before trying again.");
        problem.setProperty("outcome", Outcome.UNKNOWN.name());
        problem.setProperty("retryable", false);
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).body(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> failed(KeyReuseException failure) {
        return refused(failure, "KEY_REUSED", false);
    }

    /** Answers what a workflow does not do: nothing was sent for it. */
    static ResponseEntity<ProblemDetail> refused(IllegalStateException refusal, String reason, boolean retryable) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, refusal.getMessage());
        problem.setProperty("reason", reason);
        problem.setProperty("retryable", retryable);
        return ResponseEntity.status(HttpStatus.CONFLICT).body(problem);
    }

    private static HttpStatusCode status(SdkException failure) {
        if (failure instanceof NotFoundException && didNotHappen(failure)) {
            return HttpStatus.NOT_FOUND;
        }
        if (failure instanceof WebhookException refused) {
            return HttpStatusCode.valueOf(refused.reason().status());
        }
        return failure.retryAfter().isPresent() && didNotHappen(failure)
                ? HttpStatus.SERVICE_UNAVAILABLE
                : HttpStatus.BAD_GATEWAY;
    }

    private static boolean isRetryable(SdkException failure) {
        return didNotHappen(failure)
                && (failure.failure().temporary() || failure.retryAfter().isPresent());
    }

    private static boolean didNotHappen(SdkException failure) {
        return failure.outcome() == Outcome.NOT_SENT || failure.outcome() == Outcome.REJECTED;
    }

    private static long seconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
