package io.mostik.spring.boot;

import io.mostik.salesautopilot.workflow.MarketingRefusedException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers a refusal of the workflows for marketing that leaves a controller. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
final class MarketingProblems {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(MarketingRefusedException refusal) {
        return SdkProblems.refused(refusal, refusal.reason().name(), refusal.isRetryable());
    }
}
