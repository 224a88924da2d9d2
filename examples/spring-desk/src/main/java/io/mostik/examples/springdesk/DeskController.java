package io.mostik.examples.springdesk;

import io.mostik.remonline.RemOnline;
import io.mostik.remonline.orders.Order;
import io.mostik.remonline.orders.OrderQuery;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the page asks. A failure of a vendor becomes a problem detail by the starter. */
@RestController
class DeskController {

    private static final int SHOWN = 20;

    private final RemOnline remonline;
    private final Couriers couriers;
    private final JdbcClient database;

    DeskController(RemOnline remonline, Couriers couriers, JdbcClient database) {
        this.remonline = remonline;
        this.couriers = couriers;
        this.database = database;
    }

    @GetMapping("/orders")
    List<Order> orders() {
        return remonline.orders().list(OrderQuery.all()).stream().limit(SHOWN).toList();
    }

    @GetMapping("/orders/{id}")
    Order order(@PathVariable long id) {
        return remonline.orders().get(id);
    }

    @PostMapping("/orders/{id}/courier")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void courier(@PathVariable long id, @RequestParam long card, @RequestParam BigDecimal total) {
        couriers.send(id, card, total);
    }

    @GetMapping("/deliveries")
    List<Map<String, Object>> deliveries() {
        return database.sql("select * from deliveries order by order_id")
                .query()
                .listOfRows();
    }

    @GetMapping("/news")
    List<Map<String, Object>> news() {
        return database.sql("select * from news order by id").query().listOfRows();
    }
}
