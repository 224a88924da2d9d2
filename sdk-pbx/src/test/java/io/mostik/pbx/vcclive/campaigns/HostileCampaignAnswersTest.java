package io.mostik.pbx.vcclive.campaigns;

import io.mostik.core.Secret;
import io.mostik.core.http.CallOptions;
import io.mostik.core.http.Endpoint;
import io.mostik.core.http.RetryPolicy;
import io.mostik.core.test.HostileAnswersContract;
import io.mostik.core.test.HostileCase;
import io.mostik.core.test.ManualTime;
import io.mostik.testing.Answer;
import java.util.Map;
import java.util.stream.Stream;

class HostileCampaignAnswersTest extends HostileAnswersContract<VccCampaigns> {

    private static final String DATABASE = "0b6f3c1e-0000-4000-8000-000000000001";
    private static final String FIELDS = "{\"response\":[{\"id\":\"city\",\"name\":\"City\",\"type\":\"select\"}]}";
    private static final String CUSTOMER = "{\"name\":\"Nora\",\"city\":[\"x\"]}";

    HostileCampaignAnswersTest() {
        super("VCC-Live-campaigns", VccCampaigns.class);
    }

    @Override
    protected Stream<HostileCase<VccCampaigns>> cases() {
        Customer customer =
                Customer.builder().field("city", CampaignValue.of("x")).build();
        return Stream.of(
                HostileCase.<VccCampaigns>of(
                                "campaigns.fields",
                                FIELDS,
                                vcc -> vcc.fields(DATABASE).size())
                        .rowsAt("/response"),
                HostileCase.<VccCampaigns>of(
                        "campaigns.addCustomer", CUSTOMER, vcc -> vcc.addCustomer(DATABASE, customer)),
                HostileCase.<VccCampaigns>of(
                        "campaigns.updateCustomer", CUSTOMER, vcc -> vcc.updateCustomer(DATABASE, "city", customer)));
    }

    @Override
    protected Map<String, String> elsewhere() {
        return Map.of();
    }

    @Override
    protected boolean isOurs(Endpoint<?> endpoint) {
        return endpoint.operation().startsWith("campaigns.");
    }

    @Override
    protected VccCampaigns connect(String uri) {
        return VccCampaigns.builder()
                .baseUri(uri + "/api/v1")
                .token(Secret.of("test-token"))
                .http(http -> http.time(new ManualTime()).retry(RetryPolicy.none()))
                .build();
    }

    @Override
    protected VccCampaigns with(VccCampaigns client, CallOptions options) {
        return client.with(options);
    }

    @Override
    protected Answer error() {
        return Answer.text(
                417, "{\"response\":false,\"errors\":[{\"errorcode\":417,\"errormessage\":\"error.required\"}]}");
    }
}
