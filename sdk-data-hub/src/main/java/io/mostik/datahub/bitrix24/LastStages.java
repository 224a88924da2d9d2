package io.mostik.datahub.bitrix24;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The stages where deals end, asked for when the first deal comes. Thread-safe. */
final class LastStages {

    private final Bitrix24 client;
    private Optional<Set<String>> ids = Optional.empty();

    LastStages(Bitrix24 client) {
        this.client = client;
    }

    synchronized boolean has(String stage) {
        if (ids.isEmpty()) {
            ids = Optional.of(client.categories().stream()
                    .flatMap(category -> client.stages(category.id()).stream())
                    .filter(each -> each.semantics().isPresent())
                    .map(DealStage::id)
                    .collect(Collectors.toSet()));
        }
        return ids.get().contains(stage);
    }
}
