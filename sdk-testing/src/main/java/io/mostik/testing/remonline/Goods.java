package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.internal.Table;
import io.mostik.testing.remonline.Dictionaries.Entity;
import java.math.BigDecimal;
import java.util.List;

/** Whatever can be sold, as the catalogues of all generations show it. */
record Goods(Account account) {

    static final long CATEGORY = 71;
    static final long PRICE = 81;
    private static final long BUNDLE = 66;

    List<Entity> products() {
        return ofKind(true);
    }

    List<Entity> services() {
        return ofKind(false);
    }

    private List<Entity> ofKind(boolean product) {
        return account.dictionaries.entities.stream()
                .filter(entity -> entity.type().equals("product") == product)
                .toList();
    }

    static Entity find(List<Entity> entities, long id) {
        return entities.stream().filter(entity -> entity.id() == id).findFirst().orElseThrow(Dialect::notFound);
    }

    /** Returns what was written about an entity over an API; empty if it was there before. */
    ObjectNode own(Entity entity) {
        return account.shelf(Shelf.GOODS).find(entity.id()).orElseGet(Shape::object);
    }

    BigDecimal cost(Entity entity) {
        return new BigDecimal(own(entity).path("cost").asText("0"));
    }

    BigDecimal price(Entity entity) {
        return new BigDecimal(
                own(entity).path("prices").path(Long.toString(PRICE)).asText("600"));
    }

    /** Adds or changes a product or service as it was written. */
    long put(long id, String type, ObjectNode body) {
        Table<Long, ObjectNode> written = account.shelf(Shelf.GOODS);
        ObjectNode all = written.find(id).orElseGet(Shape::object);
        all.setAll(body);
        written.add(all.put("id", id));
        String sku = all.path("article").asText("E-" + id);
        account.dictionaries.entities.add(new Entity(id, type, all.path("title").asText(), sku));
        return id;
    }

    static String barcode(Entity entity) {
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
            throw Dialect.notFound();
        }
    }
}
