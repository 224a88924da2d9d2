package io.mostik.pbx.vcclive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.pbx.vcclive.campaigns.CustomerContact;
import io.mostik.pbx.vcclive.links.FieldMapping;
import io.mostik.pbx.vcclive.links.FieldRule;
import io.mostik.pbx.vcclive.records.ContactUpdate;
import io.mostik.pbx.vcclive.records.FormValue;
import io.mostik.pbx.vcclive.records.NewContact;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers that VCC Live is to call. */
class DiallingTest {

    @ParameterizedTest
    @CsvSource({
        "HU, 30 111 2233, 36301112233",
        "HU, 1 555 0100, 3615550100",
        "PL, 601 234 567, 48601234567",
        "RU, 8 916 123-45-67, 79161234567",
        "DE, 0151 12345678, 4915112345678",
        "PL, +36 30 111 2233, 36301112233",
        "HU, 101, 101"
    })
    void givenNationalNumber_whenDialled_thenIsOfTheRegion(String region, String text, String wire) {
        FieldMapping mapping = FieldMapping.of(FieldRule.phone("tel", "phone1")).region(region);

        assertThat(NewContact.builder().phone(text).region(region).build().phone())
                .isEqualTo(wire);
        assertThat(ContactUpdate.builder().phone(text).region(region).build().phone())
                .contains(wire);
        assertThat(CustomerContact.builder()
                        .order(1)
                        .phone(text)
                        .region(region)
                        .build()
                        .phone())
                .isEqualTo(wire);
        assertThat(mapping.apply(Map.of("tel", text)).form()).containsEntry("phone1", FormValue.text(wire));
    }

    @ParameterizedTest
    @CsvSource({
        "HU, 601 234 567",
        "HU, 8 916 123-45-67",
        "HU, 06 30 111",
        "PL, 12345678",
        "HU, rejtett",
        "HU, +36 30 111 223"
    })
    void givenNumberThatIsNotValid_whenDialled_thenIsRefused(String region, String text) {
        assertThatThrownBy(() -> NewContact.builder().phone(text).region(region).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("phone")
                .hasMessageNotContaining(text);
    }
}
