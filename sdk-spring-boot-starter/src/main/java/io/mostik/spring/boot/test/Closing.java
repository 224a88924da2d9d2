package io.mostik.spring.boot.test;

import io.mostik.testing.Simulator;
import java.util.List;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;

/** Closes simulators with their context. */
record Closing(List<Simulator> simulators) implements ApplicationListener<ContextClosedEvent> {

    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        simulators.forEach(Simulator::close);
    }
}
