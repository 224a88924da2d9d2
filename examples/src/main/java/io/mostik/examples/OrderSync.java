package io.mostik.examples;

import io.mostik.core.StateStore;
import io.mostik.core.once.Once;
import io.mostik.remonline.orders.Order;
import io.mostik.remonline.orders.OrderStatus;
import io.mostik.remonline.webhooks.RemOnlineWebhooks;
import io.mostik.remonline.workflow.RemOnlineFeeds;
import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** RemOnline: a copy of the orders follows them, by looking for changes and by proven news that make it look at once. */
public final class OrderSync {

    private OrderSync() {}

    /** Runs the story, by the environment. */
    public static void main(String[] args) throws IOException {
        walk(System.out);
    }

    static void walk(PrintStream out) throws IOException {
        try (RepairShopEnv place = RepairShopEnv.open()) {
            run(place, out);
            place.simulator().ifPresent(vendor -> {
                vendor.redeliver(vendor.deliveries().get(0));
                out.println("  RemOnline recorded: told its news "
                        + vendor.deliveries().size()
                        + " time(s) of "
                        + vendor.statusChanges(place.order()).size() + " change");
            });
        }
    }

    static void run(RepairShopEnv place, PrintStream out) {
        StateStore store = StateStore.inMemory();
        var copy = new ConcurrentHashMap<Long, String>();
        Consumer<Order> take = order -> copy.put(order.id(), standing(order));
        var feed = RemOnlineFeeds.of(place.remonline(), store).orders("copy").progress(ProgressDisplay.on(out));
        out.println("  first look: " + feed.poll(take).delivered() + " copied");
        out.println("  next look: " + feed.poll(take).delivered() + " changed since");
        var receiver = RemOnlineWebhooks.builder().secret(place.hookSecret()).build();
        place.hears(receiver.once(Once.over(store)), event -> {
            out.println("  proven news of an order: it is read again");
            place.remonline().orders().find(event).ifPresent(take);
        });
        place.remonline().orders().setStatus(place.order(), place.ready(), "ready for pick-up");
        place.settle();
        out.println("  the copy says: " + copy.get(place.order()));
        out.println("  next look: " + feed.poll(take).delivered() + " changed since");
    }

    private static String standing(Order order) {
        return order.status().flatMap(OrderStatus::name).orElse("?");
    }
}
