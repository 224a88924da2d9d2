package io.mostik.examples.springdesk;

import io.mostik.remonline.RemOnline;
import io.mostik.remonline.orders.Order;
import org.springframework.stereotype.Service;

// tag::first[]
@Service
record FirstOrder(RemOnline remonline) {
    Order show(long id) {
        return remonline.orders().get(id);
    }
} // end::first[]
