package io.mostik.testing.remonline;

import io.mostik.testing.internal.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The warehouses and what lies in them; starts with one that holds ten batteries. */
final class Stock {

    final Table<Long, Warehouse> warehouses = Table.inOrder(Warehouse::id, Dialect::notFound);
    private final Map<Long, Map<Long, BigDecimal>> residues = new LinkedHashMap<>();
    private Optional<Set<Long>> allowed = Optional.empty();

    Stock() {
        warehouses.add(new Warehouse(901, "Main store", "product", 3301));
        put(901, 501, BigDecimal.TEN);
    }

    void put(long warehouseId, long entityId, BigDecimal residue) {
        residues.computeIfAbsent(warehouseId, id -> new LinkedHashMap<>()).put(entityId, residue);
    }

    void allow(Set<Long> ids) {
        allowed = Optional.of(Set.copyOf(ids));
    }

    List<Warehouse> allowed() {
        return warehouses.stream().filter(warehouse -> allowed(warehouse.id)).toList();
    }

    /** Returns what lies in a warehouse the key may see. */
    List<Good> goods(long warehouseId) {
        if (!allowed(warehouses.get(warehouseId).id)) {
            throw Dialect.forbidden();
        }
        List<Good> goods = new ArrayList<>();
        residues.getOrDefault(warehouseId, Map.of()).forEach((id, residue) -> goods.add(new Good(id, residue)));
        return goods;
    }

    private boolean allowed(long warehouseId) {
        return allowed.map(ids -> ids.contains(warehouseId)).orElse(true);
    }

    String title(long warehouseId) {
        return warehouses.find(warehouseId).map(Warehouse::title).orElse("");
    }

    long branchOf(long warehouseId) {
        return warehouses.find(warehouseId).map(Warehouse::branchId).orElse(0L);
    }

    /** Changes how much of an entity lies in a warehouse; the stock may become negative. */
    void add(long warehouseId, long entityId, BigDecimal by) {
        residues.computeIfAbsent(warehouseId, id -> new LinkedHashMap<>()).merge(entityId, by, BigDecimal::add);
    }

    /** A place where goods or assets are kept. */
    record Warehouse(long id, String title, String type, long branchId) {}

    /** How much there is of an entity. */
    record Good(long entityId, BigDecimal residue) {}
}
