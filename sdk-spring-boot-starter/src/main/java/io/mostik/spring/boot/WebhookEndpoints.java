package io.mostik.spring.boot;

import io.mostik.core.once.Inbox;
import io.mostik.core.once.Once;
import io.mostik.core.webhook.WebhookEndpoint;
import io.mostik.core.webhook.WebhookListener;
import io.mostik.core.webhook.WebhookReceiver;
import io.mostik.core.webhook.WebhookReply;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * All endpoints of the application by path. Paths are known when the web server is made; what answers there is made with all
 * other beans, before the first request is taken.
 */
final class WebhookEndpoints implements SmartInitializingSingleton, DisposableBean {

    private final ConfigurableListableBeanFactory beans;
    private final ObjectProvider<Once> once;
    private final ObjectProvider<WebhookListener> listeners;
    private final Executor threads;
    private final Map<String, WebhookMethod> methods = new LinkedHashMap<>();
    private final Map<String, String> routes = new LinkedHashMap<>();
    private final Map<String, WebhookEndpoint> endpoints = new LinkedHashMap<>();
    private final List<Inbox<?>> inboxes = new ArrayList<>();

    WebhookEndpoints(
            ConfigurableListableBeanFactory beans,
            ObjectProvider<Once> once,
            ObjectProvider<WebhookListener> listeners,
            Executor threads) {
        this.beans = beans;
        this.once = once;
        this.listeners = listeners;
        this.threads = threads;
        WebhookMethods found = new WebhookMethods(beans);
        found.all().forEach(method -> put(method, found.routeOf(method)));
        beans.getBeansOfType(WebhookMapping.class).values().forEach(mapping -> {
            refuseSecond(mapping.path());
            endpoints.put(checked(mapping.path()), mapping.endpoint());
        });
        refuseUnhandled();
    }

    /** Returns all paths. */
    Set<String> paths() {
        Set<String> paths = new TreeSet<>(endpoints.keySet());
        paths.addAll(methods.keySet());
        return paths;
    }

    /** Returns what answers a path. */
    WebhookEndpoint endpoint(String path) {
        return Needed.of(endpoints.get(path), path);
    }

    @Override
    public void afterSingletonsInstantiated() {
        methods.forEach((path, method) ->
                endpoints.put(path, endpoint(method, route(Needed.of(routes.get(path), path)))));
    }

    @Override
    public void destroy() {
        inboxes.forEach(Inbox::close);
    }

    private void put(WebhookMethod method, String route) {
        String named = beans.resolveEmbeddedValue(method.settings().path());
        String path = named == null || named.isEmpty()
                ? route(route)
                        .path()
                        .orElseThrow(() -> new IllegalStateException(
                                "no path for @WebhookHandler " + method + ": name it there or in the properties"))
                : named;
        refuseSecond(path);
        methods.put(checked(path), method);
        routes.put(path, route);
    }

    /** A path without a handler would take events and lose them. */
    private void refuseUnhandled() {
        for (String name : beans.getBeanNamesForType(WebhookRoute.class)) {
            route(name).path().filter(path -> !routes.containsValue(name)).ifPresent(path -> {
                throw new IllegalStateException("the webhook " + path + " (" + name
                        + ") has no handler: mark a method of a bean that takes its events with @WebhookHandler");
            });
        }
    }

    private void refuseSecond(String path) {
        if (methods.containsKey(path) || endpoints.containsKey(path)) {
            throw new IllegalStateException("two handlers for the webhook " + path);
        }
    }

    private static String checked(String path) {
        if (!path.startsWith("/") || path.contains("*") || path.endsWith("/")) {
            throw new IllegalArgumentException(
                    "the path of a webhook must begin with a slash, and have no star: " + path);
        }
        return path;
    }

    private WebhookRoute<?> route(String bean) {
        return beans.getBean(bean, WebhookRoute.class);
    }

    private <E> WebhookEndpoint endpoint(WebhookMethod method, WebhookRoute<E> route) {
        WebhookReceiver<E> receiver = route.receiver();
        for (WebhookListener listener : listeners.orderedStream().toList()) {
            receiver = receiver.listener(listener);
        }
        if (method.answers()) {
            return receiver.answering(event -> (WebhookReply) Needed.of(method.call(beans, event), method.toString()));
        }
        if (!method.settings().inbox()) {
            return receiver.endpoint(event -> method.call(beans, event));
        }
        Inbox<E> inbox = receiver.inbox(engine(method)).open(event -> method.call(beans, event));
        inboxes.add(inbox.start(threads));
        return receiver.endpoint(inbox);
    }

    private Once engine(WebhookMethod method) {
        return once.getIfAvailable(() -> {
            throw new IllegalStateException(
                    "the inbox of @WebhookHandler " + method + " needs a state store: add a DataSource"
                            + " and spring-jdbc, set mostik.store.type=memory to try it out, or say inbox = false");
        });
    }

    @Override
    public String toString() {
        return "WebhookEndpoints" + Arrays.toString(paths().toArray());
    }
}
