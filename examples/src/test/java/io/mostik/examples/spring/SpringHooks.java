package io.mostik.examples.spring;

import io.mostik.core.webhook.WebhookReceiver;
import io.mostik.core.webhook.WebhookReply;
import io.mostik.core.webhook.WebhookRequest;
import io.mostik.pbx.web.Hook;
import io.mostik.pbx.web.HookServlet;
import io.mostik.remonline.webhooks.RemOnlineEvent;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SpringHooks {

    private final WebhookReceiver<RemOnlineEvent> receiver;
    private final Consumer<RemOnlineEvent> inbox;
    private final Hook calls;

    SpringHooks(WebhookReceiver<RemOnlineEvent> receiver, Consumer<RemOnlineEvent> inbox, Hook calls) {
        this.receiver = receiver;
        this.inbox = inbox;
        this.calls = calls;
    }

    @PostMapping("/hooks/remonline")
    ResponseEntity<String> remonline(HttpServletRequest request, @RequestBody byte[] body) {
        Map<String, List<String>> headers = new HashMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            headers.put(name, Collections.list(request.getHeaders(name)));
        }
        String query = request.getQueryString() == null ? "" : request.getQueryString();
        return answer(receiver.handle(new WebhookRequest(request.getMethod(), query, headers, body), inbox));
    }

    @RequestMapping("/hooks/calls")
    ResponseEntity<String> calls(HttpServletRequest request) throws IOException {
        return answer(calls.handle(HookServlet.take(request)));
    }

    private static ResponseEntity<String> answer(WebhookReply reply) {
        return ResponseEntity.status(reply.status())
                .contentType(MediaType.parseMediaType(reply.contentType()))
                .body(reply.body());
    }
}
