package io.mostik.examples.springdesk;

import io.mostik.spring.boot.test.MostikSimulators;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** The whole application over HTTP, against simulators; one context for all classes that have this. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@MostikSimulators
@Import({Browser.class, EchoController.class})
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "mostik.remonline.webhook.secret=" + DeskTest.HOOK_SECRET,
            "elsewhere.copy=the key is ${mostik.remonline.api-key}",
            "management.endpoints.web.exposure.include=*",
            "management.endpoint.env.show-values=always",
            "management.endpoint.configprops.show-values=always",
            "management.prometheus.metrics.export.enabled=true",
            "management.defaults.metrics.export.enabled=true"
        })
@interface DeskTest {

    String HOOK_SECRET = "demo-webhook-secret-01";
}
