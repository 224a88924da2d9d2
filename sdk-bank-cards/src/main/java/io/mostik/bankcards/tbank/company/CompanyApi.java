package io.mostik.bankcards.tbank.company;

import io.mostik.bankcards.tbank.internal.BankClient;
import io.mostik.core.http.Endpoint;
import java.util.Objects;

/**
 * The company behind the token: a good first call, to see whose token it is. Obtained from {@code TBank.company()}.
 * Thread-safe.
 *
 * @see <a href="https://developer.tbank.ru/tapi">the bank's reference</a>
 */
public final class CompanyApi {

    private static final Endpoint<Company> GET = Endpoint.read("company.get", "GET", "/api/v1/company", Company.class);

    private final BankClient bank;

    CompanyApi(BankClient bank) {
        this.bank = Objects.requireNonNull(bank, "bank");
    }

    /** Returns the company. */
    public Company get() {
        return bank.call(GET).send();
    }
}
