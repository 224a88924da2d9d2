package io.mostik.pbx.web;

import io.mostik.core.webhook.WebhookReply;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Lets a hook answer as a servlet; needs {@code jakarta.servlet-api} 6. Thread-safe. */
public final class HookServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient Hook hook;

    /** Creates a servlet. */
    public HookServlet(Hook hook) {
        this.hook = Objects.requireNonNull(hook, "hook");
    }

    /**
     * Takes a request over from the container, its body unread.
     *
     * @throws IOException if the container has no body to give
     */
    public static RawRequest take(HttpServletRequest request) throws IOException {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            headers.put(name, new ArrayList<>(Collections.list(request.getHeaders(name))));
        }
        String query = Optional.ofNullable(request.getQueryString()).orElse("");
        return new RawRequest(request.getMethod(), query, headers, request.getInputStream())
                .remoteAddress(request.getRemoteAddr());
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        WebhookReply reply = hook.handle(take(request));
        if (reply.status() == Replies.UNAUTHORIZED) {
            hook.challenge().ifPresent(challenge -> response.setHeader("WWW-Authenticate", challenge));
        }
        response.setStatus(reply.status());
        response.setContentType(reply.contentType());
        response.getOutputStream().write(reply.body().getBytes(StandardCharsets.UTF_8));
    }
}
