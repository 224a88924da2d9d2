package io.mostik.examples.springdesk;

import io.mostik.testing.remonline.RemOnlineSimulator;
import io.mostik.testing.tbank.TBankSimulator;
import java.net.URI;
import org.springframework.boot.SpringApplication;

/** Starts the desk against simulators of its vendors. */
public final class Demo {

    private static final String SECRET = "demo-webhook-secret-01";
    private static final String PORT = "8080";

    private Demo() {}

    /** Runs until it is ended. */
    public static void main(String[] args) {
        RemOnlineSimulator remonline = RemOnlineSimulator.start();
        TBankSimulator bank = TBankSimulator.start();
        remonline.seedOrders(5);
        SpringApplication.run(
                SpringDesk.class,
                "--server.port=" + PORT,
                "--mostik.remonline.base-uri=" + remonline.v2Uri(),
                "--mostik.remonline.api-key=" + remonline.apiKey(),
                "--mostik.remonline.webhook.secret=" + SECRET,
                "--mostik.tbank.ordinary-uri=" + bank.ordinaryUri(),
                "--mostik.tbank.secured-uri=" + bank.securedUri(),
                "--mostik.tbank.token=" + bank.token());
        remonline.webhook(URI.create("http://localhost:" + PORT + "/hooks/remonline"), SECRET);
        System.out.println("The desk: http://localhost:" + PORT + "/   its metrics: http://localhost:" + PORT
                + "/actuator/prometheus   a courier's card: " + TBankSimulator.VIRTUAL_CARD);
    }
}
