package io.mostik.examples.springdesk;

import io.mostik.remonline.orders.Order;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Reads and writes a model by the mapper of the application. */
@RestController
class EchoController {

    @PostMapping(path = "/echo", consumes = "application/json")
    Order echo(@RequestBody Order order) {
        return order;
    }
}
