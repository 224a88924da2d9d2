/**
 * Receives webhooks: first the proof, then the content; a request in, a typed event and a reply out.
 * {@link io.mostik.core.webhook.WebhookReceiver} is the way in, {@link io.mostik.core.webhook.WebhookAuthentication} says how
 * a sender proves itself, {@link io.mostik.core.webhook.WebhookHttpHandler} and {@link io.mostik.core.webhook.WebhookServlet}
 * serve it. In Spring MVC a controller hands over what it got:
 *
 * <pre>{@code
 * @RequestMapping(path = "/hooks/calls", method = {RequestMethod.GET, RequestMethod.POST})
 * ResponseEntity<String> calls(HttpServletRequest request) throws IOException {
 *     WebhookReply reply = endpoint.handle(WebhookServlet.take(request));
 *     return ResponseEntity.status(reply.status())
 *             .contentType(MediaType.parseMediaType(reply.contentType()))
 *             .body(reply.body());
 * }
 * }</pre>
 */
@NullMarked
package io.mostik.core.webhook;

import org.jspecify.annotations.NullMarked;
