package io.mostik.pbx.vcclive.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.AuthException;
import io.mostik.core.Outcome;
import io.mostik.core.Secret;
import io.mostik.core.TransportException;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.VendorServer;
import io.mostik.pbx.vcclive.VccReply;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class VccCampaignsTest {

    private static final String DATABASE = "0b6f3c1e-0000-4000-8000-000000000001";
    private static final String TOKEN = "canary-campaign-token";
    private static final Customer CUSTOMER = Customer.builder()
            .name("Kovács Nóra")
            .addContact(CustomerContact.builder().order(1).phone("06301112233").build())
            .field("city", CampaignValue.of("Győr"))
            .field("interest", CampaignValue.of(List.of("loan", "card")))
            .field("score", CampaignValue.of(new BigDecimal("4.5")))
            .field("vip", CampaignValue.of(true))
            .build();

    @RegisterExtension
    final VendorServer vendor = new VendorServer();

    final ManualTime time = new ManualTime();
    VccCampaigns campaigns;

    @BeforeEach
    void connect() {
        campaigns = builder().build();
    }

    @AfterEach
    void close() {
        campaigns.close();
    }

    @Test
    void givenFields_whenListing_thenReadsWhatTheVendorSends() {
        vendor.answers(
                VccReply.text(
                        200,
                        "{\"response\":[{\"id\":\"city\",\"name\":\"City\",\"type\":\"select\",\"required\":true,\"unique\":false,"
                                + "\"possibleValue\":[{\"name\":\"gy\",\"displayName\":\"Győr\"}]},{\"id\":7,\"type\":\"colour\"}]}"));

        List<CampaignField> fields = campaigns.fields(DATABASE);

        VendorServer.Sent sent = vendor.received();
        assertThat(sent.target()).isEqualTo("/api/v1/databases/" + DATABASE + "/fields");
        assertThat(sent.header("Authorization")).isEqualTo("Bearer " + TOKEN);
        assertThat(fields.get(0).type()).contains(CampaignFieldType.SELECT);
        assertThat(fields.get(0).possibleValues().get(0).displayName()).contains("Győr");
        assertThat(fields.get(1).id()).isEqualTo("7");
        assertThat(fields.get(1).type()).contains(new CampaignFieldType("colour"));
    }

    @Test
    void givenCustomer_whenAdding_thenSendsValuesAsArrays() {
        vendor.answers(VccReply.text(201, "{\"name\":\"Kovács Nóra\",\"city\":[\"Győr\"]}"));

        assertThat(campaigns.addCustomer(DATABASE, CUSTOMER).get("name").text()).contains("Kovács Nóra");

        VendorServer.Sent sent = vendor.received();
        assertThat(sent.method() + " " + sent.target()).isEqualTo("POST /api/v1/databases/" + DATABASE + "/customers");
        assertThat(sent.body())
                .contains("\"name\":\"Kovács Nóra\"", "\"phone\":\"36301112233\"", "\"order\":1")
                .contains(
                        "\"city\":[\"Győr\"]", "\"interest\":[\"loan\",\"card\"]", "\"score\":[4.5]", "\"vip\":[true]");
    }

    @Test
    void givenBareValues_whenUpdating_thenSendsThemAsTheyAre() {
        vendor.answers(VccReply.response("{\"city\":\"Győr\"}"));

        try (VccCampaigns bare = builder().bareValues().build()) {
            assertThat(bare.updateCustomer(DATABASE, "city", CUSTOMER)
                            .get("city")
                            .text())
                    .contains("Győr");
        }

        VendorServer.Sent sent = vendor.received();
        assertThat(sent.method()).isEqualTo("PUT");
        assertThat(sent.body())
                .contains("\"city\":\"Győr\"", "\"interest\":[\"loan\",\"card\"]", "\"score\":4.5", "\"vip\":true");
    }

    @Test
    void givenNoUniqueField_whenUpdating_thenRefusesBeforeSending() {
        assertThatThrownBy(() -> campaigns.updateCustomer(DATABASE, "email", CUSTOMER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("uniqueField");
        assertThat(vendor.count()).isZero();
    }

    @Test
    void givenLostAnswer_whenAdding_thenIsUnknownAndSentOnce() {
        vendor.dropsAnswer().answers(VccReply.response("{}"));

        TransportException failure =
                catchThrowableOfType(TransportException.class, () -> campaigns.addCustomer(DATABASE, CUSTOMER));

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(vendor.count()).isEqualTo(1);
    }

    @Test
    void givenAnswerThatIsDropped_whenUpdatingOrReading_thenRepeats() {
        vendor.dropsAnswer().answers(VccReply.response("{\"city\":\"Győr\"}"));
        vendor.dropsAnswer().dropsAnswer().answers(VccReply.response("[]"));

        assertThat(campaigns.updateCustomer(DATABASE, "city", CUSTOMER).isPresent())
                .isTrue();
        assertThat(campaigns.fields(DATABASE)).isEmpty();
    }

    @Test
    void givenExpiredToken_whenCalling_thenHidesIt() {
        vendor.answers(VccReply.text(401, "expired " + TOKEN));

        AuthException failure = catchThrowableOfType(AuthException.class, () -> campaigns.fields(DATABASE));

        assertThat(failure).hasMessageNotContaining(TOKEN);
    }

    @Test
    void givenBadSettings_whenBuilding_thenNamesThem() {
        assertThatThrownBy(() -> VccCampaigns.builder().account("a/b")).hasMessageContaining("account");
        assertThatThrownBy(() -> VccCampaigns.builder().token(Secret.of(TOKEN)).build())
                .hasMessageContaining("account");
        assertThatThrownBy(() -> VccCampaigns.builder().account("mycc").build()).hasMessageContaining("token");
        assertThatThrownBy(() -> Customer.builder()
                        .field("contacts", CampaignValue.of("x"))
                        .build())
                .hasMessageContaining("fields");
        assertThatThrownBy(
                        () -> CustomerContact.builder().order(10).phone("101").build())
                .hasMessageContaining("order");
    }

    private VccCampaigns.Builder builder() {
        return VccCampaigns.builder()
                .baseUri(vendor.uri() + "/api/v1")
                .token(Secret.of(TOKEN))
                .http(http -> http.time(time));
    }
}
