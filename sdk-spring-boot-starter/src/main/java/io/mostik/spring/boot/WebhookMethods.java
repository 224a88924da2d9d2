package io.mostik.spring.boot;

import java.util.ArrayList;
import java.util.List;
import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationUtils;

/** The methods that handle events, found without making their beans. */
final class WebhookMethods {

    private final List<WebhookMethod> methods = new ArrayList<>();
    private final ConfigurableListableBeanFactory beans;

    WebhookMethods(ConfigurableListableBeanFactory beans) {
        this.beans = beans;
        for (String name : beans.getBeanDefinitionNames()) {
            Class<?> type = AutoProxyUtils.determineTargetClass(beans, name);
            if (type != null && AnnotationUtils.isCandidateClass(type, WebhookHandler.class)) {
                addAll(name, type);
            }
        }
    }

    private void addAll(String bean, Class<?> type) {
        MethodIntrospector.selectMethods(type, (MethodIntrospector.MetadataLookup<WebhookHandler>)
                        method -> AnnotatedElementUtils.findMergedAnnotation(method, WebhookHandler.class))
                .forEach((method, settings) -> methods.add(new WebhookMethod(bean, method, settings)));
    }

    List<WebhookMethod> all() {
        return methods;
    }

    /**
     * Returns the bean name of the route whose events a method takes.
     *
     * @throws IllegalStateException if there is none, or more than one and the annotation names none
     */
    String routeOf(WebhookMethod method) {
        if (!method.settings().route().isEmpty()) {
            return method.settings().route();
        }
        String[] names =
                beans.getBeanNamesForType(ResolvableType.forClassWithGenerics(WebhookRoute.class, method.event()));
        if (names.length != 1) {
            throw new IllegalStateException(
                    "@WebhookHandler " + method + " takes " + method.event() + ", of which there "
                            + (names.length == 0
                                    ? "is no WebhookRoute: set the webhook's secret of the vendor, or define one"
                                    : "are the routes " + List.of(names) + ": name one by route = …"));
        }
        return names[0];
    }
}
