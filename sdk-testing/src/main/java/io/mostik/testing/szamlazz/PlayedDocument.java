package io.mostik.testing.szamlazz;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A document. Not thread-safe. */
final class PlayedDocument {

    final String number;
    final String order;
    final BigDecimal gross;
    final String currency;
    final List<Payment> payments = new ArrayList<>();
    String issuer;
    boolean isReversed;

    @Nullable
    String original;

    @Nullable
    String proforma;

    private final String type;

    record Payment(LocalDate day, String method, BigDecimal amount) {}

    PlayedDocument(String type, String number, String order, String gross, String currency, String issuer) {
        this.type = type;
        this.number = number;
        this.order = order;
        this.gross = new BigDecimal(gross);
        this.currency = currency;
        this.issuer = issuer;
    }

    Optional<String> proforma() {
        return Optional.ofNullable(proforma);
    }

    BigDecimal paid() {
        return payments.stream().map(Payment::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    String xml() {
        StringBuilder head = new StringBuilder(tag("szamlaszam", number)).append(tag("tipus", type));
        Optional.ofNullable(original).ifPresent(other -> head.append(tag("hivszamlaszam", other)));
        proforma().ifPresent(other -> head.append(tag("hivdijbekszam", other)));
        head.append(order.isEmpty() ? "" : tag("rendelesszam", order)).append(tag("devizanem", currency));
        head.append(isReversed ? tag("sztornozott", "true") : "");
        StringBuilder paid = new StringBuilder();
        payments.forEach(payment -> paid.append("<kifizetes>")
                .append(tag("datum", payment.day().toString()))
                .append(tag("jogcim", payment.method()))
                .append(tag("osszeg", payment.amount().setScale(1).toPlainString()))
                .append("</kifizetes>"));
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><szamla xmlns=\"http://www.szamlazz.hu/szamla\"><szallito>"
                + tag("id", issuer) + "</szallito><alap>" + head + "</alap><osszegek><totalossz>"
                + tag("brutto", gross.setScale(1).toPlainString()) + "</totalossz></osszegek>"
                + (payments.isEmpty() ? "" : "<kifizetesek>" + paid + "</kifizetesek>") + "</szamla>";
    }

    private static String tag(String name, String value) {
        return "<" + name + ">" + value.replace("&", "&amp;").replace("<", "&lt;") + "</" + name + ">";
    }
}
