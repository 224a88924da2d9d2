package io.mostik.bridge.action.cards;

import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.workflow.CardWorkflows;
import io.mostik.bankcards.workflow.DismissalReport;
import io.mostik.bridge.Fields;
import io.mostik.bridge.action.Action;
import io.mostik.bridge.action.ActionCall;
import io.mostik.bridge.action.ActionContext;
import io.mostik.bridge.action.ActionResult;
import io.mostik.bridge.action.FieldType;
import io.mostik.bridge.action.internal.PerConnection;
import io.mostik.bridge.action.internal.Spec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Stops and blocks the cards of somebody who leaves. If no card of his is noted it stays unknown, and is looked at again
 * after 1, 7 and 30 days, since a holder may be noted late.
 */
record DismissEmployee(PerConnection<TBank, CardWorkflows> cards, ActionContext context) {

    private static final List<Duration> LOOKS = List.of(Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(30));
    private static final Duration EVERY = Duration.ofHours(1);
    private static final Duration SOON = Duration.ofMinutes(1);

    Action action() {
        return Spec.of(
                        "cards.dismiss",
                        "Stops and blocks the cards of an employee who leaves; the bank does not undo it.")
                .repeatable()
                .vendor(CardActions.VENDOR)
                .subject(fields -> fields.find(CardFields.EMPLOYEE).map(employee -> "employee:" + employee))
                .required(
                        CardFields.EMPLOYEE,
                        FieldType.REFERENCE,
                        "the employee, as his cards were noted",
                        "5f0b2c1e-3d4a-11ee-9c1d-0050569a0001")
                .result("cards", FieldType.NUMBER, "how many cards are blocked", "1")
                .upkeep(EVERY, this::lookAgain)
                .does(context, this::attempt);
    }

    private ActionResult attempt(ActionCall call) {
        DismissalReport report =
                cards.of(call.connection()).dismissals().dismiss(call.fields().text(CardFields.EMPLOYEE), "dismissed");
        return switch (report.state()) {
            case COMPLETE ->
                ActionResult.done(
                        "cards_blocked",
                        Fields.of("cards", Integer.toString(report.cards().size())));
            case OPEN -> ActionResult.begun("cards_open", SOON);
            case NOBODY_KNOWN -> new ActionResult.Unknown("nobody_known", nextLook(call.acceptedAt()));
        };
    }

    /** Cards that were noted or reissued after a dismissal are found by looking again. */
    private void lookAgain() {
        for (String bank : context.connections().ofVendor(CardActions.VENDOR)) {
            List<DismissalReport> unused = cards.of(bank).dismissals().recheckDue();
        }
    }

    private Optional<Duration> nextLook(Instant acceptedAt) {
        Instant now = context.time().now();
        return LOOKS.stream()
                .map(acceptedAt::plus)
                .filter(now::isBefore)
                .map(look -> Duration.between(now, look))
                .findFirst();
    }
}
