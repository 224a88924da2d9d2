package consumer.app;

import io.mostik.core.Secret;
import io.mostik.remonline.RemOnline;
import io.mostik.remonline.orders.Order;
import java.math.BigDecimal;

final class Main {

    private Main() {}

    public static void main(String[] args) {
        Order made = Order.builder().id(1).total(new BigDecimal("10.00")).build();
        try (RemOnline remonline =
                RemOnline.builder().baseUri(args[0]).apiKey(Secret.of(args[1])).build()) {
            Order order = remonline.orders().get(Long.parseLong(args[2]));
            System.out.println(Main.class.getModule() + " reads "
                    + order.total().orElseThrow() + " and makes " + made.total().orElseThrow());
        }
    }
}
