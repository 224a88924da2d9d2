package io.mostik.examples;

import io.mostik.examples.WebsiteUsers.Visitor;
import io.mostik.salesautopilot.workflow.Contact;
import io.mostik.salesautopilot.workflow.EntryResult;
import io.mostik.salesautopilot.workflow.SignUps;
import io.mostik.testing.salesautopilot.SalesAutopilotSimulator;
import java.io.PrintStream;
import java.util.Optional;

/** SalesAutopilot: a visitor signs up on the website, which makes him a user too; one answer is lost on the way. */
public final class WebsiteSignUp {

    private WebsiteSignUp() {}

    /** Runs the story, by the environment. */
    public static void main(String[] args) {
        walk(System.out);
    }

    static void walk(PrintStream out) {
        try (MarketingEnv place = MarketingEnv.open()) {
            place.simulator().ifPresent(vendor -> vendor.faults().actThenDrop());
            run(place, out);
            place.simulator()
                    .ifPresent(vendor -> out.println(
                            "  SalesAutopilot recorded: " + vendor.timesFired(SalesAutopilotSimulator.SIGN_UP_FORM)
                                    + " welcome letters to 2 people"));
        }
    }

    static void run(MarketingEnv place, PrintStream out) {
        WebsiteUsers users = new WebsiteUsers();
        SignUps<Visitor> signUps = place.workflows()
                .signUps(place.newsletter().list(), place.newsletter().entry(), users);
        Visitor kata = new Visitor("kata.molnar@example.hu", "Kata", "Molnár");
        out.println("  Kata signs up: " + said(signUps.signUp(kata)));
        signUps.retryPending().forEach(late -> out.println("  trying again: " + said(late)));
        out.println("  Kata clicks again: " + said(signUps.signUp(kata)));
        Visitor pal = new Visitor("pal.kis@example.hu", "Pál", "Kis");
        out.println("  Pál signs up: " + said(signUps.signUp(pal)));
        Visitor typo = new Visitor("eva.nagy", "Éva", "Nagy");
        out.println("  Éva mistypes her address: " + said(signUps.signUp(typo)));
        out.println("  users without a record: "
                + users.unlinked(Optional.empty(), 100).size());
    }

    private static String said(EntryResult<Contact> result) {
        Optional<String> record = result.value().map(known -> known.isNew() ? "a new record" : "known");
        return record.or(() -> result.reason().map(Enum::toString)).orElse("unknown, the answer was lost");
    }
}
