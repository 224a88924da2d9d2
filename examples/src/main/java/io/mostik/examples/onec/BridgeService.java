package io.mostik.examples.onec;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.mostik.core.Secret;
import io.mostik.core.webhook.WebhookEndpoint;
import io.mostik.core.webhook.WebhookHttpHandler;
import io.mostik.core.webhook.WebhookReply;
import io.mostik.core.webhook.WebhookRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * The HTTP methods for 1C. Checks the key, then the charset, then the JSON; stores the task before it is executed.
 */
final class BridgeService {

    private static final System.Logger LOG = System.getLogger(BridgeService.class.getName());
    private static final int LARGEST_BODY = 64 * 1024;
    private static final int EVENTS_AT_ONCE = 50;
    private static final String SCHEME = "Bearer ";

    private final IntentJournal journal;
    private final IntentWorker worker;
    private final FlatAnswer answers;
    private final Secret key;
    private final Duration patience;

    /**
     * Creates the service.
     *
     * @param patience how long 1C waits for the end of a task before it is answered "started"
     */
    BridgeService(IntentJournal journal, IntentWorker worker, FlatAnswer answers, Secret key, Duration patience) {
        this.journal = journal;
        this.worker = worker;
        this.answers = answers;
        this.key = key;
        this.patience = patience;
    }

    void on(HttpServer server) {
        errand(server, "/limits", request -> OnecTask.grant(request.card(), request.text("order"), request.sum()));
        errand(server, "/limits/close", request -> OnecTask.close(request.card(), request.text("order")));
        errand(server, "/dismissals", request -> OnecTask.dismiss(request.text("employee")));
        errand(server, "/holders", request -> OnecTask.holder(request.card(), request.text("employee")));
        at(server, "/events", "GET", this::events);
        server.createContext("/", handler(request -> answers.refusal(404, "there is no such address")));
    }

    private void errand(HttpServer server, String path, Function<FlatRequest, OnecTask> reading) {
        at(server, path, "POST", request -> {
            String text = RequestText.decode(request.header("Content-Type"), request.body());
            FlatRequest fields = FlatRequest.read(text);
            String document = fields.document();
            return promise(document, reading.apply(fields));
        });
    }

    /** The server would take every path that begins so; only this one is meant. */
    private void at(HttpServer server, String path, String verb, Function<WebhookRequest, WebhookReply> work) {
        HttpHandler right = handler(request -> request.method().equals(verb)
                ? work.apply(request)
                : answers.refusal(405, "this address takes " + verb));
        HttpHandler wrong = handler(request -> answers.refusal(404, "there is no such address"));
        server.createContext(
                path, exchange -> (exchange.getRequestURI().getPath().equals(path) ? right : wrong).handle(exchange));
    }

    private HttpHandler handler(Function<WebhookRequest, WebhookReply> work) {
        return WebhookHttpHandler.of(new WebhookEndpoint() {
            @Override
            public WebhookReply handle(WebhookRequest request) {
                return guarded(request, work);
            }

            @Override
            public Optional<WebhookReply> handleHead(WebhookRequest head) {
                return refusal(head);
            }

            @Override
            public boolean isProvenByHead(WebhookRequest head) {
                return refusal(head).isEmpty();
            }

            @Override
            public int largestBody() {
                return LARGEST_BODY;
            }
        });
    }

    private WebhookReply guarded(WebhookRequest request, Function<WebhookRequest, WebhookReply> work) {
        try {
            return work.apply(request);
        } catch (BadRequestException e) {
            return answers.refusal(e.status(), String.valueOf(e.getMessage()));
        } catch (OtherErrandException e) {
            return answers.refusal(409, String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            return answers.refusal(400, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "a request could not be answered", e);
            return answers.failure();
        }
    }

    /** The head is enough to refuse a request without the key: its body is not waited for. */
    private Optional<WebhookReply> refusal(WebhookRequest head) {
        boolean isAllowed = head.header("Authorization")
                .filter(value -> value.startsWith(SCHEME))
                .filter(value -> key.matches(value.substring(SCHEME.length())))
                .isPresent();
        return isAllowed
                ? Optional.empty()
                : Optional.of(
                        answers.refusal(401, "the header Authorization must be Bearer and the key of this bridge"));
    }

    private WebhookReply promise(String document, OnecTask errand) {
        Intent promised = journal.accept(document, errand);
        if (!promised.isOpen()) {
            return answers.intent(promised);
        }
        try {
            return answers.intent(worker.start(document).get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException | ExecutionException e) {
            return answers.intent(journal.find(document).orElse(promised));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return answers.intent(promised);
        }
    }

    private WebhookReply events(WebhookRequest request) {
        try {
            long after = Long.parseLong(request.query("after").orElse("0"));
            return answers.events(after, journal.after(after, EVENTS_AT_ONCE));
        } catch (NumberFormatException e) {
            throw new BadRequestException(400, "after must be the number of an event");
        }
    }
}
