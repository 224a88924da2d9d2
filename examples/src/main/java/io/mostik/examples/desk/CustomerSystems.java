package io.mostik.examples.desk;

import io.mostik.core.Async;
import io.mostik.core.TimeSource;
import io.mostik.pbx.PhoneNumber;
import io.mostik.pbx.vcclive.VccLive;
import io.mostik.pbx.vcclive.statistics.Cdr;
import io.mostik.pbx.vcclive.statistics.CdrQuery;
import io.mostik.remonline.RemOnline;
import io.mostik.remonline.common.Sort;
import io.mostik.remonline.orders.Order;
import io.mostik.remonline.orders.OrderQuery;
import io.mostik.remonline.orders.OrderStatus;
import io.mostik.salesautopilot.SalesAutopilot;
import io.mostik.salesautopilot.ids.ListId;
import io.mostik.salesautopilot.records.ContactRecord;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What RemOnline, VCC Live and SalesAutopilot know of a customer, asked side by side. A system that fails or is late costs
 * its own part only; each client's deadline bounds the wait. Thread-safe.
 */
final class CustomerSystems {

    private static final int MOST = 5;

    private final Clients clients;
    private final Async async;

    CustomerSystems(Clients clients, Async async) {
        this.clients = clients;
        this.async = async;
    }

    /**
     * Whom to ask.
     *
     * @param repairs RemOnline, for orders
     * @param centre VCC Live, for calls
     * @param marketing SalesAutopilot, for the newsletter
     * @param newsletter the list of subscribers
     * @param time says which month it is
     */
    record Clients(RemOnline repairs, VccLive centre, SalesAutopilot marketing, ListId newsletter, TimeSource time) {}

    /** Whether a system answered. */
    enum State {
        KNOWN,
        FAILED
    }

    /**
     * What one system knows.
     *
     * @param what a key of the page's texts
     */
    record Known(String system, String what, State state, List<Line> lines) {}

    /**
     * One fact.
     *
     * @param text a text, or a key of the page's texts
     */
    record Line(String text, Optional<Instant> at, Optional<BigDecimal> sum, Optional<String> detail) {}

    /** Asks all systems. */
    List<Known> of(Customer customer) {
        List<CompletableFuture<Known>> asked = List.of(
                ask("RemOnline", "orders", () -> orders(customer)),
                ask("VCC Live", "calls", () -> calls(customer)),
                ask("SalesAutopilot", "newsletter", () -> subscriptions(customer)));
        return asked.stream().map(CompletableFuture::join).toList();
    }

    private CompletableFuture<Known> ask(String system, String what, Supplier<List<Line>> lines) {
        return async.call(lines)
                .handle((found, failure) -> failure == null
                        ? new Known(system, what, State.KNOWN, found)
                        : new Known(system, what, State.FAILED, List.of()));
    }

    private List<Line> orders(Customer customer) {
        OrderQuery query = OrderQuery.builder()
                .addClientPhone(digits(customer.number()))
                .sort(Sort.MODIFIED_AT.descending())
                .build();
        return clients.repairs().orders().list(query).stream()
                .limit(MOST)
                .map(CustomerSystems::line)
                .toList();
    }

    private static Line line(Order order) {
        return new Line(
                order.number().orElseGet(() -> "№ " + order.id()),
                order.createdAt(),
                order.total(),
                order.status().flatMap(OrderStatus::name));
    }

    /** The vendor's list is by month and cannot be searched for a number. */
    private List<Line> calls(Customer customer) {
        YearMonth month = YearMonth.from(clients.time().now().atOffset(ZoneOffset.UTC));
        return clients.centre().cdrs().list(CdrQuery.of(month)).stream()
                .filter(call -> isWith(call, customer.number()))
                .limit(MOST)
                .map(CustomerSystems::line)
                .toList();
    }

    private static boolean isWith(Cdr call, PhoneNumber number) {
        return Stream.of(call.source(), call.destination())
                .flatMap(Optional::stream)
                .anyMatch(text -> digits(text).equals(digits(number)));
    }

    private static Line line(Cdr call) {
        Duration talk = Duration.ofSeconds(call.talkTime().orElse(0));
        return new Line(
                call.username().orElse("—"),
                call.billingStartUtc(),
                Optional.empty(),
                Optional.of("%d:%02d".formatted(talk.toMinutes(), talk.toSecondsPart())));
    }

    private List<Line> subscriptions(Customer customer) {
        return clients.marketing().subscribers(clients.newsletter()).findByEmail(customer.email()).stream()
                .map(CustomerSystems::line)
                .toList();
    }

    private static Line line(ContactRecord subscriber) {
        return new Line(
                subscriber.active().orElse(true) ? "subscribed" : "unsubscribed",
                subscriber.subscribedAt().map(at -> at.toInstant(ZoneOffset.UTC)),
                Optional.empty(),
                subscriber.crm().status());
    }

    private static String digits(PhoneNumber number) {
        return digits(number.e164().orElse(number.original()));
    }

    private static String digits(String number) {
        return number.replaceAll("\\D", "");
    }
}
