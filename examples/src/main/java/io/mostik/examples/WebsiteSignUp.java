package io.mostik.examples;

import io.mostik.examples.WebsiteUsers.Visitor;
import io.mostik.salesautopilot.integrations.SiteSignUps;
import io.mostik.testing.salesautopilot.SalesAutopilotSimulator;
import java.io.PrintStream;

/** SalesAutopilot: a visitor signs up on the website, which makes him a user too; one answer is lost on the way. */
public final class WebsiteSignUp {

    private WebsiteSignUp() {}

    /** Runs the story, by the environment. */
    public static void main(String[] args) {
        walk(System.out);
    }

    static void walk(PrintStream out) {
        try (MarketingPlace place = MarketingPlace.open()) {
            place.simulator().ifPresent(vendor -> vendor.faults().actThenDrop());
            run(place, out);
            place.simulator()
                    .ifPresent(vendor -> out.println(
                            "  SalesAutopilot recorded: " + vendor.timesFired(SalesAutopilotSimulator.SIGN_UP_FORM)
                                    + " welcome letters to 2 people"));
        }
    }

    static void run(MarketingPlace place, PrintStream out) {
        WebsiteUsers users = new WebsiteUsers();
        SiteSignUps<Visitor> signUps = new SiteSignUps<>(
                place.sales().subscribers(place.newsletter().list()),
                place.newsletter().entry(),
                users);
        Visitor kata = new Visitor("kata.molnar@example.hu", "Kata", "Molnár");
        out.println("  Kata signs up: " + signUps.signUp(kata).state());
        signUps.catchUp(100).forEach(late -> out.println("  catching up: " + late.state()));
        out.println("  Kata clicks again: " + signUps.signUp(kata).state());
        Visitor pal = new Visitor("pal.kis@example.hu", "Pál", "Kis");
        out.println("  Pál signs up: " + signUps.signUp(pal).state());
        Visitor typo = new Visitor("eva.nagy", "Éva", "Nagy");
        out.println("  Éva mistypes her address: " + signUps.signUp(typo).state());
        out.println("  users without a record: " + users.unlinked(100).size());
    }
}
