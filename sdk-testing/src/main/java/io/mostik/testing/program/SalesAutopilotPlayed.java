package io.mostik.testing.program;

import static io.mostik.testing.program.Action.with;

import io.mostik.testing.SimulatedClock;
import io.mostik.testing.salesautopilot.SalesAutopilotSimulator;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** SalesAutopilot. */
record SalesAutopilotPlayed(SalesAutopilotSimulator simulator) implements Played {

    private static final String LIST = "list";
    private static final String RECORD = "record";
    private static final Object NEWSLETTER = SalesAutopilotSimulator.NEWSLETTER;

    SalesAutopilotPlayed(int port, SimulatedClock clock) {
        this(SalesAutopilotSimulator.start(port, clock));
    }

    @Override
    public Map<String, Object> addresses() {
        return with("base", simulator.uri());
    }

    @Override
    public Map<String, Object> keys() {
        return with(
                "username", simulator.username(),
                "password", simulator.password(),
                "newsletter", NEWSLETTER,
                "signUpForm", SalesAutopilotSimulator.SIGN_UP_FORM,
                "updateForm", SalesAutopilotSimulator.UPDATE_FORM,
                "orders", SalesAutopilotSimulator.ORDERS,
                "orderForm", SalesAutopilotSimulator.ORDER_FORM,
                "statusForm", SalesAutopilotSimulator.STATUS_FORM,
                "paidForm", SalesAutopilotSimulator.PAID_FORM);
    }

    @Override
    public List<Action> actions() {
        return List.of(
                Action.seed(
                        RECORD,
                        "Adds a record as an import would",
                        with(
                                LIST,
                                NEWSLETTER,
                                "fields",
                                Map.of("email", "kata@example.test", "mssys_firstname", "Kata")),
                        ask -> with(RECORD, simulator.addRecord(ask.number(LIST), ask.fields("fields")))),
                Action.seed(
                        "field",
                        "Adds a text column of the account's own",
                        with(LIST, NEWSLETTER, "name", "size"),
                        Action.silent(ask -> simulator.addField(ask.number(LIST), ask.text("name")))),
                Action.seed(
                        "coupon",
                        "Adds a coupon of an order list, worth so many percent",
                        with(LIST, SalesAutopilotSimulator.ORDERS, "code", "SPRING", "percent", 10),
                        Action.silent(ask ->
                                simulator.addCoupon(ask.number(LIST), ask.text("code"), ask.decimal("percent")))),
                Action.seed(
                        "letter",
                        "Adds a letter with a timing, by which it can be sent at once",
                        with(LIST, NEWSLETTER, "letter", 3001L, "send", 4001L, "name", "Welcome"),
                        Action.silent(ask -> simulator.addLetter(
                                ask.number(LIST), ask.number("letter"), ask.number("send"), ask.text("name")))),
                Action.seed(
                        "segment",
                        "Adds the records that have a value in a column as a segment",
                        with(LIST, NEWSLETTER, "segment", 7001L, "field", "email", "value", "kata@example.test"),
                        Action.silent(ask -> simulator.addSegment(
                                ask.number(LIST), ask.number("segment"), ask.text("field"), ask.text("value")))),
                Action.seed(
                        "double-opt-in-form",
                        "Adds a sign-up form that asks for a confirmation by letter",
                        with(LIST, NEWSLETTER, "form", 20780L, "name", "With confirmation"),
                        Action.silent(ask ->
                                simulator.addDoubleOptInForm(ask.number(LIST), ask.number("form"), ask.text("name")))),
                Action.event(
                        "confirm",
                        "Clicks the link of the confirmation letter",
                        with(LIST, NEWSLETTER, RECORD, first()),
                        Action.silent(ask -> simulator.confirm(ask.number(LIST), ask.number(RECORD)))),
                Action.event(
                        "leave",
                        "Clicks the link for leaving",
                        with(LIST, NEWSLETTER, RECORD, first()),
                        Action.silent(ask -> simulator.leave(ask.number(LIST), ask.number(RECORD)))),
                Action.event(
                        "bounce",
                        "Lets a letter come back for good",
                        with(LIST, NEWSLETTER, RECORD, first()),
                        Action.silent(ask -> simulator.bounce(ask.number(LIST), ask.number(RECORD)))),
                Action.habit(
                        "parallel-refused",
                        "Answers 429 to a request while another of its credential is open",
                        with("on", false),
                        ask -> simulator.parallelRefused(ask.flag("on"))),
                Action.habit(
                        "refuse-verb",
                        "Answers 405 to a verb on a path, as some accounts do",
                        with("verb", "DELETE", "path", "/delete/{id}"),
                        ask -> simulator.refuseVerb(ask.text("verb"), ask.text("path"))),
                Action.habit(
                        "quote-scalars",
                        "Writes numbers in quotation marks",
                        with("on", true),
                        ask -> simulator.quoteScalars(ask.flag("on"))),
                Action.habit(
                        "nothing-found",
                        "Sets the body that says a read found nothing",
                        with("body", "[]"),
                        ask -> simulator.nothingFound(ask.text("body"))),
                Action.habit(
                        "order-answer",
                        "Sets the body that says an order of a shop was taken, in place of its record's id",
                        with("body", "true"),
                        ask -> simulator.orderAnswer(ask.text("body"))),
                Action.habit(
                        "email-unique",
                        "Sets whether a list takes an address once only",
                        with(LIST, NEWSLETTER, "on", true),
                        ask -> simulator.emailUnique(ask.number(LIST), ask.flag("on"))));
    }

    private String first() {
        return simulator.records(SalesAutopilotSimulator.NEWSLETTER).stream()
                .findFirst()
                .map(record -> record.getOrDefault("id", "1"))
                .orElse("1");
    }

    @Override
    public Map<String, Object> holds() {
        YearMonth month = YearMonth.from(simulator.clock().now().atZone(ZoneId.of("Europe/Budapest")));
        return with(
                "newsletter", simulator.records(SalesAutopilotSimulator.NEWSLETTER),
                "orders", simulator.records(SalesAutopilotSimulator.ORDERS),
                "automations",
                        Stream.of(
                                        SalesAutopilotSimulator.SIGN_UP_FORM,
                                        SalesAutopilotSimulator.UPDATE_FORM,
                                        SalesAutopilotSimulator.ORDER_FORM,
                                        SalesAutopilotSimulator.STATUS_FORM,
                                        SalesAutopilotSimulator.PAID_FORM)
                                .map(form -> with("form", form, "fired", simulator.timesFired(form)))
                                .toList(),
                "meter", List.of(with("month", month.toString(), "calls", simulator.calls(month))));
    }

    @Override
    public Sample sample() {
        String pair = simulator.username() + ":" + simulator.password();
        return new Sample(
                "GET",
                "/getlists",
                Map.of(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8))),
                "",
                """
                import io.mostik.core.Secret;
                import io.mostik.salesautopilot.SalesAutopilot;
                import io.mostik.salesautopilot.ids.ListId;

                try (SalesAutopilot account = SalesAutopilot.builder()
                        .baseUri("%s")
                        .keyPair("%s", Secret.of("%s"))
                        .build()) {
                    System.out.println(account.subscribers(ListId.of(%d)).findByEmail("kata@example.test"));
                }\
                """.formatted(
                                simulator.uri(),
                                simulator.username(),
                                simulator.password(),
                                SalesAutopilotSimulator.NEWSLETTER));
    }
}
