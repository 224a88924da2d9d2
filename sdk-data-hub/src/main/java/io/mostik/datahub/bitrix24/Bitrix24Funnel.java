package io.mostik.datahub.bitrix24;

import io.mostik.datahub.connector.FunnelSource;
import io.mostik.datahub.connector.FunnelStatus;
import io.mostik.datahub.connector.FunnelStatus.Stage;
import io.mostik.datahub.connector.OwnField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The stages of all categories as one funnel: their ids name the category. That the first stage of a category means that
 * nobody works on the deal yet is inferred.
 *
 * @param client asks
 * @param ownFields of deals
 */
record Bitrix24Funnel(Bitrix24 client, List<OwnField> ownFields) implements FunnelSource {

    @Override
    public String name() {
        return "Deals";
    }

    @Override
    public List<FunnelStatus> statuses() {
        List<Category> categories = client.categories();
        List<FunnelStatus> statuses = new ArrayList<>();
        for (Category category : categories) {
            String prefix = categories.size() > 1
                    ? category.name().map(name -> name + ": ").orElse("")
                    : "";
            boolean first = true;
            for (DealStage stage : client.stages(category.id())) {
                statuses.add(new FunnelStatus(
                        stage.id(),
                        stage.name().map(name -> prefix + name),
                        OptionalInt.empty(),
                        Optional.empty(),
                        Optional.of(meaning(stage, first))));
                first = false;
            }
        }
        return statuses;
    }

    private static Stage meaning(DealStage stage, boolean first) {
        return switch (stage.semantics().orElse("")) {
            case "S" -> Stage.WON;
            case "F" -> Stage.LOST;
            default -> first ? Stage.NEW : Stage.UNDER_WAY;
        };
    }

    @Override
    public boolean tellsLines() {
        return false;
    }

    @Override
    public Map<Long, List<String>> groups(List<FunnelStatus> statuses) {
        return Map.of();
    }

    @Override
    public Map<Long, String> locations() {
        return Map.of();
    }

    /** The categories. */
    @Override
    public Map<Long, String> orderTypes() {
        Map<Long, String> names = new LinkedHashMap<>();
        client.categories().forEach(each -> names.put(each.id(), each.name().orElse("")));
        return names;
    }

    @Override
    public Map<Long, String> employees() {
        return Map.of();
    }

    @Override
    public Map<String, String> campaigns() {
        return Map.of();
    }
}
