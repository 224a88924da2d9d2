package io.mostik.spring.boot;

import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Looks whether a webhook can be proven. */
final class OnWebhook extends SpringBootCondition {

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        Object prefix = Objects.requireNonNull(
                        metadata.getAnnotationAttributes(ConditionalOnWebhook.class.getName()), "annotation")
                .get("value");
        boolean isProven = Stream.of("secret", "username")
                .anyMatch(name -> context.getEnvironment().containsProperty(prefix + "." + name));
        return new ConditionOutcome(
                isProven,
                ConditionMessage.forCondition(ConditionalOnWebhook.class).because(prefix + ".secret or .username"));
    }
}
