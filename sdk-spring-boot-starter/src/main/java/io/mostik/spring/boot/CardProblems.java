package io.mostik.spring.boot;

import io.mostik.bankcards.workflow.CardRefusedException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers a refusal of the workflows for cards that leaves a controller. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
final class CardProblems {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(CardRefusedException refusal) {
        return SdkProblems.refused(refusal, refusal.reason().name(), refusal.isRetryable());
    }
}
