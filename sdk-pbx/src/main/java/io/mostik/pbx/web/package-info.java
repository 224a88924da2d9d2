/**
 * The door through which hooks come in, for any web server: {@link io.mostik.pbx.web.HttpServerHook} for the JDK's,
 * {@link io.mostik.pbx.web.HookServlet} for servlets. In Spring MVC a controller hands over what it got:
 *
 * <pre>{@code
 * @RequestMapping(path = "/hooks/calls", method = {RequestMethod.GET, RequestMethod.POST})
 * ResponseEntity<String> calls(HttpServletRequest request) throws IOException {
 *     WebhookReply reply = hook.handle(HookServlet.take(request));
 *     return ResponseEntity.status(reply.status())
 *             .contentType(MediaType.parseMediaType(reply.contentType()))
 *             .body(reply.body());
 * }
 * }</pre>
 *
 * <p>No filter may read the body of a form before the controller does, or nothing is left of it.
 */
@NullMarked
package io.mostik.pbx.web;

import org.jspecify.annotations.NullMarked;
