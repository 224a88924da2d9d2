package io.mostik.spring.boot;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

/** Contexts with what the starter's own list names, as an application gets it. */
final class Starter {

    private Starter() {}

    static ApplicationContextRunner context() {
        return new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(all()));
    }

    static WebApplicationContextRunner web() {
        return new WebApplicationContextRunner().withConfiguration(AutoConfigurations.of(all()));
    }

    private static Class<?>[] all() {
        List<Class<?>> classes = new ArrayList<>();
        for (String name : ImportCandidates.load(AutoConfiguration.class, Starter.class.getClassLoader())) {
            if (name.startsWith("io.mostik.")) {
                try {
                    classes.add(Class.forName(name));
                } catch (ClassNotFoundException e) {
                    throw new IllegalStateException(name, e);
                }
            }
        }
        return classes.toArray(Class<?>[]::new);
    }
}
