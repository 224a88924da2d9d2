package io.mostik.spring.boot;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Conditional;

/** Holds where a webhook has a secret or a user name. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Conditional(OnWebhook.class)
@interface ConditionalOnWebhook {

    /** Returns the prefix of the properties of the webhook. */
    String value();
}
