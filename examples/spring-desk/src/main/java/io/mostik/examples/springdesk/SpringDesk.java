package io.mostik.examples.springdesk;

import io.mostik.bankcards.workflow.Allowance;
import io.mostik.bankcards.workflow.CardWorkflows;
import io.mostik.bankcards.workflow.Grant;
import io.mostik.spring.boot.Outbox;
import io.mostik.spring.boot.Outboxes;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The application. Clients, workflows, the store and the webhook come from the starter, by properties. */
@SpringBootApplication
public class SpringDesk {

    /** Starts it. */
    public static void main(String[] args) {
        SpringApplication.run(SpringDesk.class, args);
    }

    /** Money that was promised in a transaction of the desk is granted after its commit, once. */
    @Bean
    Outbox<Grant> allowances(Outboxes outboxes, CardWorkflows cards) {
        return outboxes.open("courier-allowances", Grant.class, grant -> {
            Allowance allowance = cards.allowances().grant(grant);
            if (allowance.state() != Allowance.State.GRANTED) {
                throw new IllegalStateException("not granted yet: " + allowance.state());
            }
        });
    }
}
