package io.mostik.salesautopilot.source.szamlazz;

import io.mostik.core.DecodingException;
import io.mostik.core.json.Json;
import io.mostik.salesautopilot.internal.Fields;
import io.mostik.salesautopilot.workflow.Invoice;
import io.mostik.salesautopilot.workflow.InvoiceKind;
import io.mostik.salesautopilot.workflow.InvoicePayment;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A document as Számlázz.hu showed it at one moment. Prints number and type only. Immutable. */
public final class SzamlazzDocument {

    private static final Map<String, InvoiceKind> KINDS = Map.of(
            "SZ", InvoiceKind.INVOICE,
            "D", InvoiceKind.PROFORMA,
            "ES", InvoiceKind.DEPOSIT,
            "VS", InvoiceKind.FINAL,
            "HS", InvoiceKind.CORRECTION,
            "SS", InvoiceKind.STORNO);

    /** The methods are open text; that these two are cash, rounded to 5 forint, is inferred. */
    private static final Set<String> CASH = Set.of("kp", "készpénz");

    private final Fields head;
    private final String number;
    private final String issuer;
    private final BigDecimal gross;
    private final List<InvoicePayment> payments;

    private SzamlazzDocument(Fields document) {
        this.head = document.object("alap");
        this.number = head.text("szamlaszam");
        this.issuer = document.object("szallito").text("id");
        this.gross = document.object("osszegek").object("totalossz").amount("brutto");
        boolean hasPayments = document.json().get("kifizetesek").isObject();
        this.payments = hasPayments
                ? document.object("kifizetesek").rows("kifizetes").stream()
                        .map(SzamlazzDocument::payment)
                        .toList()
                : List.of();
    }

    static SzamlazzDocument of(Fields document) {
        return new SzamlazzDocument(document);
    }

    private static InvoicePayment payment(Fields row) {
        boolean isCash = row.find("jogcim").filter(CASH::contains).isPresent();
        return new InvoicePayment(row.day("datum"), row.amount("osszeg"), isCash);
    }

    /** Returns its number, unique within the company. */
    public String number() {
        return number;
    }

    /** Returns the vendor's id of the company that issued it. */
    public String issuer() {
        return issuer;
    }

    /** Returns the number of the order, if it is written on it. */
    public Optional<String> order() {
        return head.find("rendelesszam");
    }

    /** Returns what it is; empty for what is no invoice, such as a delivery note, and for types newer than this release. */
    public Optional<InvoiceKind> kind() {
        return head.find("tipus").map(KINDS::get);
    }

    /** Returns whether it was reversed; its payments are gone then. */
    public boolean isReversed() {
        return head.json().get("sztornozott").equals(Json.of("true"));
    }

    /** Returns the number of the invoice that it reverses or corrects. */
    public Optional<String> original() {
        return head.find("hivszamlaszam");
    }

    /** Returns the number of the proforma that it was made from. */
    public Optional<String> proforma() {
        return head.find("hivdijbekszam");
    }

    /**
     * Returns it as the ledger takes it; empty without an order or a known kind.
     *
     * @param asOf when it was asked for
     * @throws DecodingException if its parts do not fit, such as a storno with a positive sum
     */
    public Optional<Invoice> invoice(Instant asOf) {
        if (kind().isEmpty() || order().isEmpty()) {
            return Optional.empty();
        }
        try {
            Invoice invoice = Invoice.of(number, order().get(), kind().get(), gross, head.text("devizanem"), asOf)
                    .withPayments(payments);
            return Optional.of(
                    original().or(this::proforma).map(invoice::withRefersTo).orElse(invoice));
        } catch (IllegalArgumentException e) {
            throw head.failure(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public String toString() {
        return "SzamlazzDocument[" + number + ", " + head.find("tipus").orElse("?") + "]";
    }
}
