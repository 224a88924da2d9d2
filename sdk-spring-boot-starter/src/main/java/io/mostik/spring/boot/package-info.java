/**
 * Spring Boot 3.5 and 4: a client bean for each vendor that has credentials, webhooks, an outbox in the application's own
 * transactions, problem details, health and metrics. Nothing here is called by name in the simplest case:
 *
 * <pre>{@code
 * mostik.remonline.api-key=${REMONLINE_API_KEY}
 * }</pre>
 *
 * <pre>{@code
 * @Service
 * class Desk {
 *     Desk(RemOnline remonline) { … }
 * }
 * }</pre>
 */
@NullMarked
package io.mostik.spring.boot;

import org.jspecify.annotations.NullMarked;
