package io.mostik.spring.boot;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.aot.hint.annotation.Reflective;
import org.springframework.core.annotation.AliasFor;

/**
 * Marks the method of a bean that handles the events of a {@link WebhookRoute}; its one parameter is the event.
 *
 * <pre>{@code
 * @WebhookHandler(path = "/hooks/remonline")
 * void on(RemOnlineEvent event) { … }
 * }</pre>
 *
 * <p>Events are stored in an inbox before the sender is answered, and handled later, once, with retries and dead letters. That
 * needs a state store. A method that returns a {@link io.mostik.core.webhook.WebhookReply} answers the sender itself.
 */
@Documented
@Reflective
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface WebhookHandler {

    /** Returns the path below the context path; that of the route by default. */
    @AliasFor("path")
    String value() default "";

    /** Returns the path below the context path; that of the route by default. May hold placeholders. */
    @AliasFor("value")
    String path() default "";

    /** Returns the bean name of the route, such as {@code kyivRemOnlineWebhook}; needed if there are several of the event. */
    String route() default "";

    /** Returns whether events are stored first; if not, the sender is answered after the method returns. */
    boolean inbox() default true;
}
