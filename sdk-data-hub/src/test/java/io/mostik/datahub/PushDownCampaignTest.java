package io.mostik.datahub;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.datahub.connector.HubAccount;
import io.mostik.datahub.connector.HubOrder;
import io.mostik.datahub.connector.PushedFilter;
import io.mostik.datahub.filter.Dictionaries;
import io.mostik.datahub.filter.FilterAction;
import io.mostik.datahub.filter.FilterRule;
import io.mostik.datahub.filter.Operator;
import io.mostik.datahub.filter.OrderParameter;
import io.mostik.datahub.filter.internal.OrderFilter;
import io.mostik.datahub.remonline.RemOnlineConnector;
import io.mostik.datahub.report.HubRecord;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Filters with the vendor's help equal filters without, although the vendor ignores a parameter at random. {@code
 * -Dmostik.filters=1000 -Dmostik.seed=7} for a long or another campaign.
 */
class PushDownCampaignTest {

    private static final int FILTERS = Integer.getInteger("mostik.filters", 150);
    private static final long SEED = Long.getLong("mostik.seed", 20_260_302L);
    private static final List<String> SERVER =
            List.of("branches", "types", "statuses", "managers", "clients_ids", "created_at", "modified_at", "none");
    private static final Map<OrderParameter, List<String>> VALUES = Map.of(
            OrderParameter.LOCATION, List.of("31", "Москва", "3301"),
            OrderParameter.ORDER_TYPE, List.of("411", "Warranty repair"),
            OrderParameter.STATUS, List.of("1", "2", "Ready", "4", "5", "6"),
            OrderParameter.STATUS_GROUP, List.of("New", "6", "Dropped off", "3"),
            OrderParameter.MANAGER, List.of("7001", "7005"),
            OrderParameter.CLIENT, List.of("88001", "88002"),
            OrderParameter.CREATED_AT, List.of("2026-02-01", "2026-02-02", "2026-02-03"),
            OrderParameter.MODIFIED_AT, List.of("2026-02-01", "2026-02-02", "2026-02-03"),
            OrderParameter.AMOUNT, List.of("100", "200"));

    private static final List<OrderParameter> PARAMETERS = VALUES.keySet().stream()
            .sorted(Comparator.comparing(OrderParameter::value))
            .toList();

    private final HubEnv place = new HubEnv();
    private final SplittableRandom random = new SplittableRandom(SEED);

    @AfterEach
    void close() {
        place.close();
    }

    @Test
    void givenIgnoredParameter_whenPushedDown_thenEqualsLocalFilter() {
        place.vendor.seedPerson("Petro", "K.", "+380500000002");
        for (int i = 0; i < 160; i++) {
            seed();
        }
        HubAccount account = RemOnlineConnector.of(place::client).open(place.key());
        List<HubOrder> all = new ArrayList<>();
        account.records().list(PushedFilter.NONE, unreadable -> {}).forEach(all::add);
        Dictionaries known = new Dictionaries(account.funnel());
        place.hub.connect(place.key());
        int delivered = 0;

        for (int i = 0; i < FILTERS; i++) {
            List<FilterRule> rules = rules();
            String ignored = pick(SERVER);
            place.vendor.ignore(ignored);
            place.hub.configure(HubSettings.builder().filter(rules).build());
            OrderFilter filter = OrderFilter.resolve(rules, known, ZoneOffset.UTC);

            List<Long> found = place.hub.run().stream().map(HubRecord::orderId).toList();

            assertThat(found)
                    .as("seed %d, filter %d, without %s", SEED, i, ignored)
                    .containsExactlyInAnyOrderElementsOf(all.stream()
                            .filter(filter::matches)
                            .map(HubOrder::id)
                            .toList());
            delivered += found.size();
        }

        assertThat(delivered).isPositive();
        assertThat(place.vendor.ignored()).contains("GET /v2/orders branches", "GET /v2/orders created_at");
        assertThat(place.vendor.journal().all())
                .anyMatch(each -> each.queryNames().contains("branches"))
                .anyMatch(each -> each.queryNames().contains("created_at"));
    }

    private void seed() {
        Instant made = Instant.parse("2026-02-01T00:00:00Z").plusSeconds(random.nextInt(3 * 24 * 60) * 60L);
        place.vendor.seedOrder(seed -> seed.status(random.nextInt(6) + 1)
                .location(Long.parseLong(pick(List.of("31", "32", "3301"))))
                .type(411 + random.nextInt(2))
                .client(88001 + random.nextInt(2))
                .manager(random.nextBoolean() ? 7001 : 7005)
                .total(pick(List.of("100.00", "200.00")))
                .createdAt(made)
                .modifiedAt(made.plusSeconds(random.nextInt(100_000))));
    }

    private List<FilterRule> rules() {
        List<FilterRule> rules = new ArrayList<>();
        for (int count = 1 + random.nextInt(3); count > 0; count--) {
            OrderParameter parameter = pick(PARAMETERS);
            FilterAction action = random.nextInt(4) == 0 ? FilterAction.EXCLUDE : FilterAction.INCLUDE;
            List<String> values = new ArrayList<>(List.of(pick(VALUES.get(parameter))));
            if (random.nextBoolean()) {
                values.add(pick(VALUES.get(parameter)));
            }
            rules.add(FilterRule.builder()
                    .action(action)
                    .parameter(parameter)
                    .operator(Operator.EQUALS)
                    .values(values)
                    .build());
        }
        return rules;
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
