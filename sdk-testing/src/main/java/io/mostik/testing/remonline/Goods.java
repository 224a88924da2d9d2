package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Whatever can be sold, as the catalogues of all generations show it. */
final class Goods {

    static final long CATEGORY = 71;
    static final long PRICE = 81;
    private static final long BUNDLE = 66;

    private final Account account;

    Goods(Account account) {
        this.account = account;
    }

    List<Dictionaries.Entity> products() {
        return entities().filter(entity -> entity.type().equals("product")).toList();
    }

    List<Dictionaries.Entity> services() {
        return entities().filter(entity -> !entity.type().equals("product")).toList();
    }

    private Stream<Dictionaries.Entity> entities() {
        return account.dictionaries().entitiesById().values().stream();
    }

    static Dictionaries.Entity find(List<Dictionaries.Entity> entities, long id) {
        return entities.stream().filter(entity -> entity.id() == id).findFirst().orElseThrow(Refusals::notFound);
    }

    /** Returns what was written about an entity over an API; empty if it was there before. */
    ObjectNode own(Dictionaries.Entity entity) {
        return account.shelf(Shelf.GOODS).getOrDefault(entity.id(), Shape.object());
    }

    BigDecimal cost(Dictionaries.Entity entity) {
        return new BigDecimal(own(entity).path("cost").asText("0"));
    }

    BigDecimal price(Dictionaries.Entity entity) {
        return new BigDecimal(
                own(entity).path("prices").path(Long.toString(PRICE)).asText("600"));
    }

    /** Adds or changes a product or service as it was written. */
    long put(long id, String type, ObjectNode body) {
        Map<Long, ObjectNode> written = account.shelf(Shelf.GOODS);
        ObjectNode all = written.computeIfAbsent(id, each -> Shape.object());
        all.setAll(body);
        all.put("id", id);
        String sku = all.path("article").asText("E-" + id);
        account.dictionaries()
                .add(new Dictionaries.Entity(id, type, all.path("title").asText(), sku));
        return id;
    }

    static String barcode(Dictionaries.Entity entity) {
        return "20" + entity.id();
    }

    static ObjectNode category() {
        return Shape.titled(CATEGORY, "Spare parts");
    }

    static ObjectNode unit() {
        return Shape.titled(1, "pcs").put("description", "Pieces");
    }

    static ObjectNode bundle() {
        return Shape.titled(BUNDLE, "Battery with replacement").put("description", "");
    }

    static void requireBundle(long id) {
        if (id != BUNDLE) {
            throw Refusals.notFound();
        }
    }
}
