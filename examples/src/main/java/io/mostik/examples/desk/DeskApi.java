package io.mostik.examples.desk;

import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.limits.LimitPeriod;
import io.mostik.bankcards.tbank.limits.NewLimit;
import io.mostik.bankcards.workflow.CardRefusedException;
import io.mostik.bankcards.workflow.CardRefusedException.Reason;
import io.mostik.core.Outcome;
import io.mostik.core.SdkException;
import io.mostik.core.json.Json;
import java.math.BigDecimal;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.BiFunction;

/** What the page can read and ask for, by path. Immutable. */
final class DeskApi {

    private static final int LONGEST_TEXT = 300;

    private final Map<String, BiFunction<Person, Map<String, String>, Object>> reads;
    private final Map<String, Action> actions;

    /** Something that the page asks for. */
    private interface Action {
        void act(Person person, Json body);
    }

    DeskApi(Customers customers, PhoneDesk phone, CardDesk cards, CustomerSystems systems, DemoVendors vendors) {
        this.reads = Map.of(
                "/api/desk",
                (person, query) -> desk(customers),
                "/api/calls",
                (person, query) -> phone.calls(),
                "/api/cards",
                (person, query) -> cards.cards(person),
                "/api/requests",
                (person, query) -> cards.wishes(person),
                "/api/systems",
                (person, query) -> systems.of(customers.get(query.getOrDefault("customer", ""))));
        this.actions = Map.of(
                "/api/call",
                (person, body) -> phone.dial(
                        person, phone.number(find(body, "customer"), find(body, "call"), find(body, "number"))),
                "/api/limit",
                (person, body) -> cards.askLimit(person, ucid(body), limit(body), text(body, "reason")),
                "/api/reissue",
                (person, body) -> cards.askReissue(person, ucid(body), text(body, "reason")),
                "/api/approve",
                (person, body) -> cards.approve(person, text(body, "id")),
                "/api/reject",
                (person, body) -> cards.reject(person, text(body, "id")),
                "/api/demo/ring",
                (person, body) -> vendors.ring(caller(customers, text(body, "caller")), person.extension()));
    }

    boolean canRead(String path) {
        return reads.containsKey(path);
    }

    boolean canAct(String path) {
        return actions.containsKey(path);
    }

    /** Returns what somebody reads at a path. */
    Reply read(String path, Map<String, String> query) {
        return safely(() -> Reply.of(Optional.ofNullable(reads.get(path))
                .orElseThrow()
                .apply(Person.get(query.getOrDefault("person", "")), query)));
    }

    /** Does what somebody asks for. */
    Reply act(String path, Json body) {
        return safely(() -> {
            Optional.ofNullable(actions.get(path)).orElseThrow().act(Person.get(text(body, "person")), body);
            return Reply.of(Map.of());
        });
    }

    private interface Work {
        Reply reply();
    }

    /** Each failure has an answer that says what happened. */
    private static Reply safely(Work work) {
        try {
            return work.reply();
        } catch (SdkException e) {
            boolean nothing = e.outcome() == Outcome.NOT_SENT || e.outcome() == Outcome.REJECTED;
            return Reply.refused(
                    502,
                    (nothing ? "It did not happen. " : "It may have happened: look before you ask again. ")
                            + e.getMessage());
        } catch (IllegalArgumentException e) {
            return Reply.refused(400, message(e));
        } catch (SecurityException e) {
            return Reply.refused(403, message(e));
        } catch (NoSuchElementException e) {
            return Reply.refused(404, message(e));
        } catch (CardRefusedException e) {
            boolean isForbidden = e.reason() == Reason.OWN_CHANGE || e.reason() == Reason.NOT_ENTITLED;
            return Reply.refused(isForbidden ? 403 : 409, message(e));
        } catch (IllegalStateException e) {
            return Reply.refused(409, message(e));
        }
    }

    private static String message(RuntimeException failure) {
        return Optional.ofNullable(failure.getMessage()).orElse("refused");
    }

    private static Object desk(Customers customers) {
        return Map.of(
                "people",
                Person.ALL,
                "customers",
                customers.all().stream()
                        .map(customer -> Map.of(
                                "id", customer.id(),
                                "name", customer.name(),
                                "company", customer.company(),
                                "number", customer.number().masked()))
                        .toList());
    }

    private static String caller(Customers customers, String who) {
        return switch (who) {
            case "stranger" -> "36705559988";
            case "withheld" -> "anonymous";
            default -> customers.get(who).number().e164().orElseThrow().substring(1);
        };
    }

    private static Ucid ucid(Json body) {
        return Ucid.of(text(body, "ucid"));
    }

    private static NewLimit limit(Json body) {
        String value = text(body, "value").replace(',', '.');
        if (!value.matches("\\d{1,12}(\\.\\d{1,2})?")) {
            throw new IllegalArgumentException("the limit is not a sum such as 30000 or 1450.50");
        }
        return new NewLimit(new BigDecimal(value), new LimitPeriod(text(body, "period")));
    }

    private static String text(Json body, String name) {
        return find(body, name).orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
    }

    private static Optional<String> find(Json body, String name) {
        Optional<String> text = body.get(name).text().map(String::strip).filter(value -> !value.isEmpty());
        if (text.filter(value -> value.length() > LONGEST_TEXT).isPresent()) {
            throw new IllegalArgumentException(name + " is longer than " + LONGEST_TEXT + " characters");
        }
        return text;
    }
}
