package io.mostik.testing.salesautopilot;

import io.mostik.testing.internal.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The products and their categories. Guarded by the account's monitor. */
final class Catalogue {

    final Table<Long, Product> products =
            Table.inOrder(Product::id, () -> Dialect.wrongParameters("products: unknown prod_id"));
    final Map<Long, Map<String, Object>> categories = new TreeMap<>();
    private long nextProduct = 90_211;
    private long nextCategory = 11;

    /** A product: its fields by the vendor's names, and its categories. */
    record Product(long id, Map<String, String> fields, List<Long> categories) {

        String field(String name) {
            return fields.getOrDefault(name, "");
        }
    }

    Product add(Map<String, String> fields, List<Long> categoryIds) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("prod_id", Long.toString(nextProduct));
        nextProduct++;
        return products.add(new Product(nextProduct - 1, all, new ArrayList<>(categoryIds)));
    }

    Optional<Product> productOf(String sku) {
        return products.stream()
                .filter(product -> product.field("prod_sku").equals(sku))
                .findFirst();
    }

    /** Returns a product as reads show it. */
    Map<String, Object> wire(Product product) {
        Map<String, Object> wire = new LinkedHashMap<>(product.fields);
        wire.put(
                "prodcats",
                product.categories.stream()
                        .map(categories::get)
                        .filter(each -> each != null)
                        .toList());
        return wire;
    }

    long addCategory(String name) {
        Map<String, Object> category = new LinkedHashMap<>();
        nextCategory++;
        category.put("prodcat_id", Long.toString(nextCategory));
        category.put("prodcat_name", name);
        category.put("prodcat_order", Integer.toString(categories.size() + 1));
        categories.put(nextCategory, category);
        return nextCategory;
    }
}
