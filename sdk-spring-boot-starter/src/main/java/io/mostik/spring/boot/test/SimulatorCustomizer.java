package io.mostik.spring.boot.test;

import io.mostik.testing.Simulator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/** Starts the simulators with a context and closes them with it. All are equal, so that contexts are shared. */
record SimulatorCustomizer() implements ContextCustomizer {

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration merged) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (VendorSimulator vendor : VendorSimulator.ALL) {
            if (ClassUtils.isPresent(vendor.client(), context.getClassLoader())) {
                register(vendor, context, properties);
            }
        }
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("mostikSimulators", properties));
    }

    private static void register(
            VendorSimulator vendor, ConfigurableApplicationContext context, Map<String, Object> properties) {
        Simulator simulator = vendor.starter().get();
        vendor.settings().apply(simulator).forEach(properties::put);
        String name = StringUtils.uncapitalize(simulator.getClass().getSimpleName());
        context.getBeanFactory().registerSingleton(name, simulator);
        context.addApplicationListener(new Closing(List.of(simulator)));
    }
}
