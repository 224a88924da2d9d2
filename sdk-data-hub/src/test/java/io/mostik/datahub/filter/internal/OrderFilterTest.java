package io.mostik.datahub.filter.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.mostik.core.Secret;
import io.mostik.core.json.Json;
import io.mostik.datahub.VendorTime;
import io.mostik.datahub.checks.Finding;
import io.mostik.datahub.checks.FindingCode;
import io.mostik.datahub.connector.FilterField;
import io.mostik.datahub.connector.HubOrder;
import io.mostik.datahub.connector.PushedFilter;
import io.mostik.datahub.filter.Dictionaries;
import io.mostik.datahub.filter.FilterRule;
import io.mostik.datahub.filter.Operator;
import io.mostik.datahub.filter.OrderParameter;
import io.mostik.datahub.remonline.RemOnlineConnector;
import io.mostik.remonline.RemOnline;
import io.mostik.testing.remonline.RemOnlineSimulator;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderFilterTest {

    private static final ZoneId KYIV = ZoneId.of("Europe/Kyiv");
    private static final HubOrder ORDER = HubOrder.builder()
            .id(1)
            .locationId(3301)
            .typeId(411)
            .statusId("5100201")
            .managerId(7001)
            .clientId(88001)
            .createdAt(Instant.parse("2026-03-01T22:30:00Z"))
            .urgent(true)
            .total(new BigDecimal("1000.00"))
            .putOwnField("f7010001", Json.of(" Dark red"))
            .putOwnField("f20", Json.of("15.5"))
            .putOwnField("f21", Json.of("2026-03-01T10:00:00Z"))
            .putOwnField("f22", Json.of(true))
            .build();

    private final RemOnlineSimulator vendor = RemOnlineSimulator.startFrozen();
    private RemOnline client;
    private Dictionaries known;

    @BeforeEach
    void connect() {
        vendor.setup()
                .location(3303, " main WORKSHOP ")
                .customField(20, "Weight", 6)
                .customField(21, "Promised", 4)
                .customField(22, "Agreed", 0)
                .employee(7006, "Taras", "B.");
        client = RemOnline.builder()
                .apiKey(Secret.of(vendor.apiKey()))
                .baseUri(vendor.v2Uri().toString())
                .http(http -> http.time(new VendorTime(vendor.clock())))
                .build();
        known = new Dictionaries(
                RemOnlineConnector.of(key -> client).open(Secret.of("k")).funnel());
    }

    @AfterEach
    void close() {
        client.close();
        vendor.close();
    }

    private OrderFilter filter(FilterRule... rules) {
        return OrderFilter.resolve(List.of(rules), known, KYIV);
    }

    private List<Finding> check(FilterRule... rules) {
        return OrderFilter.check(List.of(rules), known, KYIV).list();
    }

    private static FilterRule rule(String parameter, Operator operator, String... values) {
        return FilterRule.include(OrderParameter.of(parameter), operator, values);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        LOCATION        | EQUALS           | 3301                      | true
        LOCATION        | EQUALS           | second workshop           | false
        LOCATION        | EQUALS           | Second workshop; 3301     | true
        LOCATION        | EQUALS           | 3302; 3303                | false
        LOCATION        | CONTAINS         | MAIN                      | true
        LOCATION        | STARTS_WITH      | work                      | false
        ORDER_TYPE      | EQUALS           | paid repair               | true
        STATUS          | EQUALS           | In progress               | true
        STATUS_GROUP    | EQUALS           | 2                         | true
        STATUS_GROUP    | EQUALS           | dropped off               | false
        STATUS_GROUP    | EQUALS           | New; In progress          | true
        MANAGER         | EQUALS           | oleh m.                   | true
        EXECUTOR        | EQUALS           | 7005                      | false
        EXECUTOR        | IS_EMPTY         |                           | true
        CLIENT          | EQUALS           | 88001                     | true
        AD_CAMPAIGN     | IS_EMPTY         |                           | true
        URGENT          | IS_EMPTY         |                           | false
        AD_CAMPAIGN     | EQUALS           | search                    | false
        CREATED_AT      | EQUALS           | 2026-03-02                | true
        CREATED_AT      | EQUALS           | 2026-03-01                | false
        CREATED_AT      | GREATER_OR_EQUAL | 2026-03-03                | false
        CREATED_AT      | GREATER_OR_EQUAL | 2026-03-02                | true
        CREATED_AT      | LESS_OR_EQUAL    | 2026-03-02                | true
        CREATED_AT      | LESS_OR_EQUAL    | 2026-03-01                | false
        CREATED_AT      | EQUALS           | 2026-03-01T22:30:00Z      | true
        CREATED_AT      | EQUALS           | 2026-03-02T00:30:00+02:00 | true
        MODIFIED_AT     | IS_EMPTY         |                           | true
        URGENT          | EQUALS           | TRUE                      | true
        OVERDUE         | EQUALS           | false                     | false
        AMOUNT          | EQUALS           | 1000                      | true
        AMOUNT          | GREATER_OR_EQUAL | 1000,01                   | false
        AMOUNT          | GREATER_OR_EQUAL | 1000                      | true
        AMOUNT          | LESS_OR_EQUAL    | 999                       | false
        AMOUNT          | LESS_OR_EQUAL    | 1000                      | true
        PAID            | GREATER_OR_EQUAL | 0                         | false
        custom.f7010001 | EQUALS           | dark red                  | true
        custom.f7010001 | STARTS_WITH      | light; DARK               | true
        custom.f7010001 | CONTAINS         | blue                      | false
        custom.f20      | GREATER_OR_EQUAL | 15                        | true
        custom.f21      | EQUALS           | 2026-03-01                | true
        custom.f22      | EQUALS           | true                      | true
        """)
    void givenOrder_whenIncludedAndExcluded_thenOneIsOppositeOfOther(
            String parameter, Operator operator, String values, boolean met) {
        String[] list = values == null
                ? new String[0]
                : Arrays.stream(values.split(";")).map(String::strip).toArray(String[]::new);
        OrderParameter on = OrderParameter.of(parameter);

        boolean included = filter(FilterRule.include(on, operator, list)).matches(ORDER);
        boolean excluded = filter(FilterRule.exclude(on, operator, list)).matches(ORDER);

        assertThat(included).isEqualTo(met);
        assertThat(excluded).isEqualTo(!met);
    }

    @Test
    void givenTwoRules_whenFiltered_thenAreARange() {
        FilterRule from = rule("AMOUNT", Operator.GREATER_OR_EQUAL, "1000");
        FilterRule to = rule("AMOUNT", Operator.LESS_OR_EQUAL, "1000.00");
        FilterRule notItself = FilterRule.exclude(OrderParameter.AMOUNT, Operator.EQUALS, "1000");

        assertThat(filter(from, to).matches(ORDER)).isTrue();
        assertThat(filter(from, notItself).matches(ORDER)).isFalse();
    }

    @Test
    void givenUnknownName_whenResolved_thenTheCandidatesAreListed() {
        assertThat(check(rule("LOCATION", Operator.EQUALS, "3301", "Third workshop")))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.code()).isEqualTo(FindingCode.UNKNOWN_NAME);
                    assertThat(found.path()).isEqualTo("[0].values[1]");
                    assertThat(found.message()).contains("'Third workshop'", "3302 Second workshop");
                });
    }

    @Test
    void givenNameOfSeveral_whenResolved_thenTheCandidatesAreListed() {
        assertThat(check(rule("LOCATION", Operator.EQUALS, "Main workshop")))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.code()).isEqualTo(FindingCode.AMBIGUOUS_NAME);
                    assertThat(found.message()).contains("3301 Main workshop", "3303");
                });
    }

    @Test
    void givenNamesOfPeople_whenResolvingFails_thenOnlyIdsAreTold() {
        List<Finding> found =
                check(rule("MANAGER", Operator.EQUALS, "Taras B."), rule("EXECUTOR", Operator.EQUALS, "Nobody Known"));

        assertThat(found)
                .extracting(Finding::code)
                .containsExactly(FindingCode.AMBIGUOUS_NAME, FindingCode.UNKNOWN_NAME);
        assertThat(found.toString()).contains("7005", "7006").doesNotContain("Taras", "Nobody", "Oleh");
    }

    @Test
    void givenManyMistakes_whenResolved_thenAllComeAtOnceWithPaths() {
        List<Finding> found = check(
                rule("COLOUR", Operator.EQUALS, "red"),
                rule("custom.f99", Operator.EQUALS, "red"),
                rule("LOCATION", Operator.GREATER_OR_EQUAL, "3301"),
                rule("AMOUNT", Operator.CONTAINS, "1"),
                rule("AMOUNT", Operator.LESS_OR_EQUAL, "1", "2"),
                rule("AMOUNT", Operator.IS_EMPTY, "1"),
                rule("AMOUNT", Operator.EQUALS, "many"),
                rule("CREATED_AT", Operator.LESS_OR_EQUAL, "yesterday"),
                rule("URGENT", Operator.EQUALS, "maybe"),
                rule("CLIENT", Operator.EQUALS, "Ira"),
                rule("LOCATION", Operator.EQUALS));

        assertThat(found)
                .extracting(Finding::code, Finding::path)
                .containsExactly(
                        tuple(FindingCode.UNKNOWN_PARAMETER, "[0].parameter"),
                        tuple(FindingCode.UNKNOWN_PARAMETER, "[1].parameter"),
                        tuple(FindingCode.WRONG_OPERATOR, "[2].operator"),
                        tuple(FindingCode.WRONG_OPERATOR, "[3].operator"),
                        tuple(FindingCode.WRONG_COUNT, "[4].values"),
                        tuple(FindingCode.WRONG_COUNT, "[5].values"),
                        tuple(FindingCode.WRONG_VALUE, "[6].values[0]"),
                        tuple(FindingCode.WRONG_VALUE, "[7].values[0]"),
                        tuple(FindingCode.WRONG_VALUE, "[8].values[0]"),
                        tuple(FindingCode.WRONG_VALUE, "[9].values[0]"),
                        tuple(FindingCode.WRONG_COUNT, "[10].values"));
        assertThat(found.get(0).message()).contains("LOCATION", "custom.f20 Weight");
    }

    @Test
    void givenIncludingRules_whenPushedDown_thenAsksOnlyEqualities() {
        OrderFilter filter = filter(
                rule("LOCATION", Operator.EQUALS, "3301", "3302"),
                FilterRule.exclude(OrderParameter.ORDER_TYPE, Operator.EQUALS, "411"),
                rule("STATUS_GROUP", Operator.EQUALS, "Closed"),
                FilterRule.exclude(OrderParameter.MANAGER, Operator.EQUALS, "7001"),
                rule("CLIENT", Operator.EQUALS, "88001"),
                rule("EXECUTOR", Operator.EQUALS, "7005"),
                rule("CREATED_AT", Operator.EQUALS, "2026-03-02"),
                rule("AMOUNT", Operator.EQUALS, "1"));

        assertThat(filter.pushed())
                .isEqualTo(new PushedFilter(
                        Map.of(
                                FilterField.LOCATION, Set.of("3301", "3302"),
                                FilterField.STATUS, Set.of("5100205"),
                                FilterField.CLIENT, Set.of("88001")),
                        Map.of(
                                FilterField.CREATED_AT,
                                new PushedFilter.Times(
                                        Instant.parse("2026-03-01T22:00:00Z"),
                                        Instant.parse("2026-03-02T22:00:00Z")))));
    }

    @Test
    void givenRulesAboutTheSame_whenPushedDown_thenWhatAllAllowIsLeft() {
        OrderFilter both =
                filter(rule("LOCATION", Operator.EQUALS, "3301", "3302"), rule("LOCATION", Operator.EQUALS, "3302"));
        OrderFilter neither =
                filter(rule("LOCATION", Operator.EQUALS, "3301"), rule("LOCATION", Operator.EQUALS, "3302"));

        assertThat(both.pushed().ids(FilterField.LOCATION)).containsExactly("3302");
        assertThat(both.matchesNothing()).isFalse();
        assertThat(neither.matchesNothing()).isTrue();
    }
}
