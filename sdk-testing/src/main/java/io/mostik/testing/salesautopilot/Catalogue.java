package io.mostik.testing.salesautopilot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The products and their categories. Guarded by the account's monitor. */
final class Catalogue {

    private final Map<Long, Product> products = new TreeMap<>();
    private final Map<Long, Map<String, String>> categories = new TreeMap<>();
    private long nextProduct = 90_211;
    private long nextCategory = 11;

    /** A product: its fields by the vendor's names, and its categories. */
    record Product(long id, Map<String, String> fields, List<Long> categories) {

        String field(String name) {
            return fields.getOrDefault(name, "");
        }
    }

    Product add(Map<String, String> fields, List<Long> categoryIds) {
        Product product = new Product(nextProduct, new LinkedHashMap<>(fields), new ArrayList<>(categoryIds));
        product.fields.put("prod_id", Long.toString(nextProduct));
        products.put(nextProduct, product);
        nextProduct++;
        return product;
    }

    boolean remove(long id) {
        return products.remove(id) != null;
    }

    Optional<Product> product(long id) {
        return Optional.ofNullable(products.get(id));
    }

    Optional<Product> productOf(String sku) {
        return products.values().stream()
                .filter(product -> product.field("prod_sku").equals(sku))
                .findFirst();
    }

    List<Product> products() {
        return List.copyOf(products.values());
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
        Map<String, String> category = new LinkedHashMap<>();
        nextCategory++;
        category.put("prodcat_id", Long.toString(nextCategory));
        category.put("prodcat_name", name);
        category.put("prodcat_order", Integer.toString(categories.size() + 1));
        categories.put(nextCategory, category);
        return nextCategory;
    }

    Map<Long, Map<String, String>> categories() {
        return categories;
    }
}
