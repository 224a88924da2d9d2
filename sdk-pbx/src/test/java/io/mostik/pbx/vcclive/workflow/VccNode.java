package io.mostik.pbx.vcclive.workflow;

import io.mostik.core.Secret;
import io.mostik.core.TimeSource;
import io.mostik.pbx.vcclive.VccLive;
import io.mostik.pbx.vcclive.links.FieldMapping;
import io.mostik.pbx.vcclive.links.FieldRule;
import io.mostik.testing.vcclive.VccLiveSimulator;
import java.util.Map;

/** What the tests of the workflows share: a client of the simulator, a mapping, a person. */
final class VccNode {

    static final long PROJECT = 134;
    static final FieldMapping SUBSCRIBER = FieldMapping.of(
            FieldRule.text("merges.FNAME", "name").asRequired(),
            FieldRule.phone("merges.PHONE", "phone1"),
            FieldRule.texts("merges.LIKES", "interest"),
            FieldRule.text("merges.CITY", "city"));
    static final Map<String, String> NORA = Map.of(
            "email", "nora@example.hu",
            "merges.FNAME", "Nóra",
            "merges.PHONE", "06 30 111 2233",
            "merges.LIKES", "loan, card",
            "merges.CITY", "");

    private VccNode() {}

    static VccLive client(VccLiveSimulator vendor, TimeSource time) {
        return client(vendor, vendor.customer(), time);
    }

    static VccLive client(VccLiveSimulator vendor, String customer, TimeSource time) {
        return VccLive.builder()
                .customer(customer)
                .token(Secret.of(vendor.token()))
                .baseUri(vendor.uri().toString())
                .http(http -> http.time(time))
                .build();
    }
}
