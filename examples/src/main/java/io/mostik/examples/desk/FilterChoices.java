package io.mostik.examples.desk;

import io.mostik.datahub.filter.Dictionaries;
import io.mostik.datahub.filter.OrderParameter;
import io.mostik.datahub.statuses.Funnel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parameters that a filter can be chosen for from a list, and the values that the account has for each. */
final class FilterChoices {

    private FilterChoices() {}

    static List<Map<String, Object>> of(Dictionaries known) {
        Map<String, String> statuses = new LinkedHashMap<>();
        known.funnel().statuses().forEach(status -> statuses.put(status.id(), Funnel.title(status)));
        return List.of(
                choice(OrderParameter.LOCATION, known.locations()),
                choice(OrderParameter.ORDER_TYPE, known.orderTypes()),
                choice(OrderParameter.STATUS, statuses),
                choice(OrderParameter.MANAGER, known.employees()),
                choice(OrderParameter.EXECUTOR, known.employees()),
                choice(OrderParameter.AD_CAMPAIGN, known.campaigns()));
    }

    private static Map<String, Object> choice(OrderParameter parameter, Map<?, String> names) {
        List<Map<String, String>> values = new ArrayList<>();
        names.forEach((id, name) -> values.add(Map.of("id", id.toString(), "name", name)));
        return Map.of("parameter", parameter.value(), "values", values);
    }
}
