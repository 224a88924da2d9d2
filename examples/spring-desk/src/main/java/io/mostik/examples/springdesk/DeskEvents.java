package io.mostik.examples.springdesk;

import io.mostik.remonline.webhooks.RemOnlineEvent;
import io.mostik.spring.boot.WebhookHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Notes what RemOnline tells. An event is in the inbox before RemOnline is answered. It comes here once, and again only where the
 * process died inside: so a second note of it takes the place of the first.
 */
@Component
class DeskEvents {

    private final JdbcClient database;

    DeskEvents(JdbcClient database) {
        this.database = database;
    }

    @WebhookHandler
    void on(RemOnlineEvent event) {
        String name = event.eventName().map(Object::toString).orElse("?");
        Long order = event.objectId().isPresent() ? event.objectId().getAsLong() : null;
        database.sql("merge into news (id, event, order_id) key (id) values (?, ?, ?)")
                .params(event.id(), name, order)
                .update();
    }
}
