package io.mostik.examples.spring;

import io.mostik.core.webhook.WebhookEndpoint;
import io.mostik.core.webhook.WebhookReply;
import io.mostik.core.webhook.WebhookServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SpringHooks {

    private final WebhookEndpoint remonline;
    private final WebhookEndpoint calls;

    SpringHooks(WebhookEndpoint remonline, WebhookEndpoint calls) {
        this.remonline = remonline;
        this.calls = calls;
    }

    @PostMapping("/hooks/remonline")
    ResponseEntity<String> remonline(HttpServletRequest request) throws IOException {
        return answer(remonline.handle(WebhookServlet.take(request)));
    }

    @RequestMapping("/hooks/calls")
    ResponseEntity<String> calls(HttpServletRequest request) throws IOException {
        return answer(calls.handle(WebhookServlet.take(request)));
    }

    private static ResponseEntity<String> answer(WebhookReply reply) {
        return ResponseEntity.status(reply.status())
                .contentType(MediaType.parseMediaType(reply.contentType()))
                .body(reply.body());
    }
}
