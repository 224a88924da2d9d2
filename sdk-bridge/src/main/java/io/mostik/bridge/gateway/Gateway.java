package io.mostik.bridge.gateway;

import io.mostik.bridge.Base;
import io.mostik.bridge.Bridge;
import io.mostik.bridge.Person;
import io.mostik.bridge.action.Action;
import io.mostik.bridge.action.ActionContext;
import io.mostik.bridge.action.Actions;
import io.mostik.bridge.action.FieldException;
import io.mostik.bridge.intent.Intents;
import io.mostik.bridge.trigger.EventSink;
import io.mostik.core.StateStoreException;
import io.mostik.core.TimeSource;
import io.mostik.core.WebhookException;
import io.mostik.core.webhook.StreamingWebhookRequest;
import io.mostik.core.webhook.WebhookEndpoint;
import io.mostik.core.webhook.WebhookReply;
import io.mostik.core.webhook.WebhookRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The HTTP interface of the bridge for 1C, ERP, shops and scripts: flat JSON under a key of the base. It opens no port; it is
 * mounted on a server that is there:
 *
 * <pre>{@code
 * Base base = Base.of("zup", Secret.fromEnv("ZUP_KEY"), "ru", ZoneId.of("Europe/Moscow"));
 * Gateway gateway = Gateway.over(bridge, List.of(base), Optional.empty());
 * server.createContext("/", WebhookHttpHandler.of(gateway));                // the JDK's server
 * context.addServlet("mostik", new WebhookServlet(gateway)).addMapping("/mostik/*");   // or a servlet container
 * }</pre>
 *
 * <p>Who has no key is refused by the head of the request: its body is not read. Bodies are at most 64 KiB. A request may
 * wait up to 25 seconds, so the server needs an executor with as many threads as requests may wait (200, and some), and
 * {@link io.mostik.core.webhook.HttpServerLimits} where strangers can reach it. Thread-safe.
 */
public final class Gateway implements WebhookEndpoint {

    private static final System.Logger LOG = System.getLogger(Gateway.class.getName());
    private static final int LARGEST_BODY = 64 * 1024;
    private static final int MOST_WAITING = 200;
    private static final int SOON = 10;
    private static final int MINUTE = 60;

    private final Bridge bridge;
    private final List<Base> bases;
    private final Optional<EventSink> signals;
    private final Keys keys;
    private final Strangers strangers;
    private final Rates rates;
    private final FlatAnswer answers;
    private final List<Route> routes;

    private Gateway(Bridge bridge, List<Base> bases, List<Person> people, Optional<EventSink> signals) {
        this.bridge = Objects.requireNonNull(bridge, "bridge");
        this.bases = List.copyOf(bases);
        this.signals = Objects.requireNonNull(signals, "signals");
        this.keys = new Keys(this.bases, people);
        this.strangers = new Strangers(bridge.time());
        this.rates = new Rates(bridge.time());
        this.answers = new FlatAnswer(name -> bridge.actions().find(name).map(Action::spec), bridge.intents()::journal);
        this.routes = routes(new LongPolls(MOST_WAITING));
    }

    /**
     * Returns the gateway of a bridge.
     *
     * @param bases who may ask; at least one
     * @param signals who takes the bases' own events over, for links; without it they are refused
     * @throws IllegalArgumentException if there is no base, or two have the same name or key
     */
    public static Gateway over(Bridge bridge, List<Base> bases, Optional<EventSink> signals) {
        if (bases.isEmpty() || bases.stream().map(Base::name).distinct().count() < bases.size()) {
            throw new IllegalArgumentException("there must be a base, and each must have a name of its own");
        }
        return new Gateway(bridge, bases, List.of(), signals);
    }

    /**
     * Returns this gateway for people too, who see all intents and settle what the bridge cannot find out.
     *
     * @throws IllegalArgumentException if a key is that of somebody else
     */
    public Gateway people(List<Person> people) {
        return new Gateway(bridge, bases, people, signals);
    }

    /** Returns the description of this gateway as OpenAPI 3.0.3, as it is at {@code /v1/openapi.json}. */
    public String openApi() {
        return OpenApi.of(bridge.actions(), reads());
    }

    private List<Read> reads() {
        return Reads.all(new ActionContext(
                bridge.once(), bridge.connections(), bridge.time(), bases.get(0).zone()));
    }

    private List<Route> routes(LongPolls polls) {
        Intents intents = bridge.intents();
        Actions actions = bridge.actions();
        TimeSource time = bridge.time();
        ActionRoute action = new ActionRoute(actions, bridge.connections(), intents, polls, answers);
        IntentRoutes one = new IntentRoutes(intents, actions, polls, answers);
        EventRoute events = new EventRoute(intents, polls, answers);
        SignalRoute signal = new SignalRoute(signals, time);
        ReadRoute reads = new ReadRoute(reads(), bridge.connections());
        Catalogue catalogue = new Catalogue(actions, reads.all());
        String openApi = OpenApi.of(actions, reads.all());
        return List.of(
                Route.of("POST", "/v1/actions/{}", action::take),
                Route.of("GET", "/v1/actions", catalogue::answer),
                Route.of("GET", "/v1/intents", one::list),
                Route.of("GET", "/v1/intents/{}", one::one),
                Route.of("POST", "/v1/intents/{}/cancel", one::cancel),
                Route.of("POST", "/v1/intents/{}/resolve", one::resolve),
                Route.of("POST", "/v1/intents/{}/retry", one::retry),
                Route.of("GET", "/v1/events", events::page),
                Route.of("POST", "/v1/signals/{}", signal::take),
                Route.of("GET", "/v1/reads/{}", reads::answer),
                Route.of("GET", "/v1/openapi.json", asked -> FlatAnswer.text(200, openApi)),
                Route.of("POST", "/limits", asked -> action.take(asked, "cards.limit.grant")),
                Route.of("POST", "/limits/close", asked -> action.take(asked, "cards.limit.close")),
                Route.of("POST", "/holders", asked -> action.take(asked, "cards.holder.note")),
                Route.of("POST", "/dismissals", asked -> action.take(asked, "cards.dismiss")),
                Route.of("GET", "/events", events::page));
    }

    @Override
    public Optional<WebhookReply> handleHead(WebhookRequest head) {
        String address = head.remoteAddress().orElse("");
        Optional<Caller> caller = keys.find(head);
        if (caller.isEmpty() && strangers.isClosed(address)) {
            return refused(Refusal.askAgain(429, "too_many_failures", MINUTE), keys.language(head));
        }
        if (caller.isEmpty()) {
            strangers.failed(address);
            return refused(Refusal.of(401, "key_wrong").header("WWW-Authenticate", "Bearer"), keys.language(head));
        }
        try {
            checkHead(head, caller.get());
            return Optional.empty();
        } catch (Refusal e) {
            return refused(e, caller.get().language());
        }
    }

    private void checkHead(WebhookRequest head, Caller caller) {
        Route unused = route(head);
        if (head.announcedLength().orElse(0) > LARGEST_BODY) {
            throw tooLarge();
        }
        head.header("Content-Encoding")
                .filter(encoding -> !encoding.equalsIgnoreCase("identity"))
                .ifPresent(encoding -> {
                    throw Refusal.of(415, "body_encoded");
                });
        if (head.contentType().toLowerCase(Locale.ROOT).strip().startsWith("multipart/")) {
            throw Refusal.of(415, "body_is_form");
        }
        var unusedCharset = RequestText.named(head.contentType());
        if (caller.base().filter(base -> !rates.hasRoom(base.name())).isPresent()) {
            throw tooMany();
        }
    }

    private Route route(WebhookRequest head) {
        List<Route> here = routes.stream()
                .filter(route -> route.match(head.path()).isPresent())
                .toList();
        if (here.isEmpty()) {
            throw Refusal.of(404, "address_unknown");
        }
        return here.stream()
                .filter(route -> route.method().equals(head.method()))
                .findFirst()
                .orElseThrow(() -> {
                    String allowed = here.stream().map(Route::method).collect(Collectors.joining(", "));
                    return Refusal.of(405, "method_wrong")
                            .with("choices", allowed)
                            .header("Allow", allowed);
                });
    }

    /** Returns true: a request whose head was not refused has a key. */
    @Override
    public boolean isProvenByHead(WebhookRequest head) {
        return true;
    }

    @Override
    public int largestBody() {
        return LARGEST_BODY;
    }

    @Override
    public WebhookReply handle(StreamingWebhookRequest request) {
        Optional<WebhookReply> early = handleHead(request.head());
        if (early.isPresent()) {
            return early.get();
        }
        String language = keys.find(request.head()).map(Caller::language).orElse("en");
        try {
            return handle(request.whole(LARGEST_BODY));
        } catch (WebhookException e) {
            return answers.refusal(tooLarge(), language).header("Connection", "close");
        } catch (IOException e) {
            return answers.refusal(Refusal.of(408, "body_too_slow"), language).header("Connection", "close");
        }
    }

    @Override
    public WebhookReply handle(WebhookRequest request) {
        Optional<WebhookReply> early = handleHead(request);
        if (early.isPresent()) {
            return early.get();
        }
        Caller caller = keys.find(request).orElseThrow();
        try {
            if (caller.base().filter(base -> !rates.take(base.name())).isPresent()) {
                throw tooMany();
            }
            if (request.body().length > LARGEST_BODY) {
                throw tooLarge();
            }
            Route route = route(request);
            return route.work()
                    .answer(new Asked(
                            caller, request, route.match(request.path()).orElse("")));
        } catch (Refusal e) {
            return answers.refusal(e, caller.language());
        } catch (FieldException e) {
            return answers.refusal(Refusal.of(e), caller.language());
        } catch (StateStoreException e) {
            LOG.log(System.Logger.Level.WARNING, "the journal does not answer", e);
            return answers.refusal(Refusal.askAgain(503, "journal_down", SOON), caller.language());
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "a request could not be answered", e);
            return answers.refusal(Refusal.askAgain(503, "bridge_error", SOON), caller.language());
        }
    }

    private static Refusal tooLarge() {
        return Refusal.of(413, "body_too_large");
    }

    private static Refusal tooMany() {
        return Refusal.askAgain(429, "too_many_requests", 1);
    }

    private Optional<WebhookReply> refused(Refusal refusal, String language) {
        return Optional.of(answers.refusal(refusal, language));
    }
}
