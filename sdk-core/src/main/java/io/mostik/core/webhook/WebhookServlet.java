package io.mostik.core.webhook;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.MappingMatch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Serves an endpoint as a servlet; needs {@code jakarta.servlet-api} 6. A body has to come within the same times as with
 * {@link WebhookHttpHandler}; how long a single byte of it may take is the container's limit. Thread-safe.
 */
@SuppressWarnings("exports") // who has no servlet container needs no module of it
public final class WebhookServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient WebhookEndpoint endpoint;
    private final transient BodyLimits limits;

    /** Creates a servlet. */
    public WebhookServlet(WebhookEndpoint endpoint) {
        this(endpoint, BodyLimits.standard());
    }

    private WebhookServlet(WebhookEndpoint endpoint, BodyLimits limits) {
        this.endpoint = Objects.requireNonNull(endpoint, "endpoint");
        this.limits = limits;
    }

    /**
     * Returns this servlet with other limits.
     *
     * @param unproven how long a body may take that the head does not prove
     * @param proven how long a body may take that the head proves
     * @param unprovenAtOnce how many bodies of the first kind are read at a time
     */
    public WebhookServlet limits(Duration unproven, Duration proven, int unprovenAtOnce) {
        return new WebhookServlet(endpoint, new BodyLimits(unproven, proven, unprovenAtOnce));
    }

    /**
     * Takes a request over from the container, its body unread; for a controller of Spring MVC. No filter may have read the
     * parameters of a form before, or nothing is left of it.
     *
     * @throws IOException if the container has no body to give
     */
    public static StreamingWebhookRequest take(HttpServletRequest request) throws IOException {
        return StreamingWebhookRequest.of(head(request), request.getInputStream());
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        send(response, limits.answer(endpoint, head(request), request::getInputStream, limit -> () -> {}));
    }

    private static WebhookRequest head(HttpServletRequest request) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            headers.put(name, new ArrayList<>(Collections.list(request.getHeaders(name))));
        }
        String query = Optional.ofNullable(request.getQueryString()).orElse("");
        return new WebhookRequest(request.getMethod(), query, headers, new byte[0])
                .path(below(request))
                .remoteAddress(request.getRemoteAddr());
    }

    /** What is mapped to {@code /} stands for all addresses, and is told no rest of them. */
    private static String below(HttpServletRequest request) {
        boolean isForAll = request.getHttpServletMapping().getMappingMatch() == MappingMatch.DEFAULT;
        return Optional.ofNullable(request.getPathInfo()).orElse(isForAll ? request.getServletPath() : "");
    }

    private static void send(HttpServletResponse response, WebhookReply reply) throws IOException {
        response.setStatus(reply.status());
        reply.headers().forEach(response::setHeader);
        if (!reply.body().isEmpty()) {
            response.setContentType(reply.contentType());
            response.getOutputStream().write(reply.body().getBytes(StandardCharsets.UTF_8));
        }
    }
}
