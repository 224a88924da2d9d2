package io.mostik.bankcards.tbank.company;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.bankcards.tbank.BankServer;
import io.mostik.bankcards.tbank.TBank;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.VendorServer;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CompanyApiTest {

    @RegisterExtension
    final VendorServer vendor = new VendorServer();

    @Test
    void givenAccounts_whenListing_thenReadsMoneyExactlyAndPrintsNone() {
        vendor.answers(200, "accounts.list.json");
        try (TBank bank = BankServer.client(vendor, new ManualTime())) {
            Account account = bank.accounts().list(true).get(0);

            assertThat(account.balance().orElseThrow().otb()).contains(new BigDecimal("1900.10"));
            assertThat(account.createdOn()).contains(LocalDate.of(2024, 1, 10));
            assertThat(account.status()).contains(AccountStatus.NORM);
            assertThat(account.transitAccount()
                            .orElseThrow()
                            .get("accountNumber")
                            .text())
                    .isPresent();
            assertThat(account.toString()).doesNotContain("4070281090000001234", "1900.10");
        }
        assertThat(vendor.received().target()).endsWith("withInvest=true");
    }

    @Test
    void givenCompany_whenAsking_thenSaysWhoseTokenItIs() {
        vendor.answers(200, "company.get.json");
        try (TBank bank = BankServer.client(vendor, new ManualTime())) {
            Company company = bank.company().get();

            assertThat(company.requisites().orElseThrow().inn()).contains("7700000000");
            assertThat(company.bank().orElseThrow().bankBic()).contains("044525974");
            assertThat(company.legalStatus()).contains("active");
        }
    }
}
