package io.mostik.bankcards.tbank.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.bankcards.tbank.BankServer;
import io.mostik.bankcards.tbank.TBank;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.VendorServer;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class IdentificationApiTest {

    @RegisterExtension
    final VendorServer vendor = new VendorServer();

    @Test
    void givenEmployee_whenDrafting_thenSendsAllAndReadsTheId() {
        vendor.answers(200, "{\"applicationId\":\"a-1\"}");
        try (TBank bank = BankServer.client(vendor, new ManualTime())) {
            IdentificationDraft draft =
                    bank.identification().draft(employee("+79000000000").build());

            assertThat(draft.applicationId()).contains("a-1");
        }

        assertThat(vendor.received().body())
                .isEqualTo("{\"lastName\":\"Volkov\",\"firstName\":\"Oleg\",\"birthDate\":\"1990-02-03\","
                        + "\"placeOfBirth\":\"Tula\",\"phoneNumber\":\"+79000000000\",\"passport\":{\"series\":\"4500\","
                        + "\"number\":\"123456\",\"issuerName\":\"OVD\",\"issuerCode\":\"770-001\","
                        + "\"issueDate\":\"2015-01-01\"},\"address\":\"Tula, 1\"}");
    }

    @Test
    void givenEmployee_whenPrinting_thenShowsNothing() {
        assertThat(employee("+79000000000").build().toString())
                .doesNotContain("Volkov", "Oleg", "1990", "Tula", "7900", "4500", "123456", "OVD");
    }

    @Test
    void givenWrongPhone_whenMakingEmployee_thenNamesIt() {
        assertThatThrownBy(() -> employee("89000000000").build())
                .hasMessageContaining("phoneNumber")
                .hasMessageNotContaining("8900");
    }

    @Test
    void givenImage_whenAttaching_thenSendsTheBytes() {
        vendor.answers(200, "");
        try (TBank bank = BankServer.client(vendor, new ManualTime())) {
            bank.identification().attach("a-1", DocumentType.SELFIE_WITH_PASSPORT, new byte[] {65, 66});
        }

        VendorServer.Sent sent = vendor.received();
        assertThat(sent.target()).endsWith("/a-1/SELFIE_WITH_PASSPORT");
        assertThat(sent.header("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(sent.header("Content-Length")).isEqualTo("2");
        assertThat(sent.body()).isEqualTo("AB");
    }

    @Test
    void givenImageOfWrongSize_whenAttaching_thenRefusesBeforeSending() {
        try (TBank bank = BankServer.client(vendor, new ManualTime())) {
            assertThatThrownBy(() -> bank.identification().attach("a-1", DocumentType.PASSPORT, new byte[0]))
                    .hasMessageContaining("image");
            assertThatThrownBy(() ->
                            bank.identification().attach("a-1", DocumentType.PASSPORT, new byte[5 * 1024 * 1024 + 1]))
                    .hasMessageContaining("image");
        }
        assertThat(vendor.count()).isZero();
    }

    private static NewIdentification.Builder employee(String phone) {
        return NewIdentification.builder()
                .lastName("Volkov")
                .firstName("Oleg")
                .birthDate(LocalDate.of(1990, 2, 3))
                .placeOfBirth("Tula")
                .phoneNumber(phone)
                .putMore("address", "Tula, 1")
                .passport(NewPassport.builder()
                        .series("4500")
                        .number("123456")
                        .issuerName("OVD")
                        .issuerCode("770-001")
                        .putMore("issueDate", "2015-01-01")
                        .build());
    }
}
