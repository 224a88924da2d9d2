package io.mostik.spring.boot;

import io.mostik.core.webhook.WebhookServlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Serves all webhooks through the core's servlet; Spring MVC would have read forms and uploads before. */
final class WebhookDispatcher extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient WebhookEndpoints endpoints;
    private final transient Map<String, WebhookServlet> servlets = new ConcurrentHashMap<>();

    WebhookDispatcher(WebhookEndpoints endpoints) {
        this.endpoints = endpoints;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        servlets.computeIfAbsent(request.getServletPath(), path -> new WebhookServlet(endpoints.endpoint(path)))
                .service(request, response);
    }
}
