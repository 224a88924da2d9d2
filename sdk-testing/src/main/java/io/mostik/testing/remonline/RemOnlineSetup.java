package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Set;

/**
 * Sets up the account past the API. Starts with one status a group (5100200 "New" to 5100206 "Lost - price"), order
 * types 411 and 412, locations 3301 and 3302, employees 7001 and 7005, client 88001, custom field 7010001, campaign 620,
 * lead type 811, entities 501, 601 and 602, and ten of 501 in warehouse 901. Thread-safe.
 */
public final class RemOnlineSetup {

    private final Account account;

    RemOnlineSetup(Account account) {
        this.account = account;
    }

    /** Adds a status; groups go from one, "New", to seven, "Dropped off". */
    public RemOnlineSetup status(long id, String name, int group) {
        if (group < 1 || group > 7) {
            throw new IllegalArgumentException("group must be 1 to 7: " + group);
        }
        return change(() -> account.dictionaries.statuses.add(new Dictionaries.Status(id, name, "#808080", group)));
    }

    /** Adds an order type. */
    public RemOnlineSetup orderType(long id, String name) {
        return change(() -> account.dictionaries.orderTypes.put(id, name));
    }

    /** Adds a location. */
    public RemOnlineSetup location(long id, String name) {
        return change(() -> account.dictionaries.locations.put(id, name));
    }

    /** Adds an employee. */
    public RemOnlineSetup employee(long id, String firstName, String lastName) {
        return change(
                () -> account.dictionaries.employees.add(new Dictionaries.Employee(id, firstName, lastName, "", "")));
    }

    /** Adds a custom field of orders, its type by the vendor's number. */
    public RemOnlineSetup customField(long id, String title, int type) {
        return change(() -> account.dictionaries.customFields.add(new Dictionaries.CustomField(id, title, type)));
    }

    /** Adds a marketing campaign. */
    public RemOnlineSetup campaign(long id, String name) {
        return change(() -> account.dictionaries.campaigns.put(id, name));
    }

    /** Adds something that can be sold; the type is {@code product}, {@code service} or {@code work}. */
    public RemOnlineSetup entity(long id, String type, String title) {
        return change(() -> account.dictionaries.entities.add(new Dictionaries.Entity(id, type, title, "E-" + id)));
    }

    /** Adds a warehouse of goods. */
    public RemOnlineSetup warehouse(long id, String title, long locationId) {
        return change(() -> account.stock.warehouses.add(new Stock.Warehouse(id, title, "product", locationId)));
    }

    /** Sets how much of an entity lies in a warehouse. */
    public RemOnlineSetup residue(long warehouseId, long entityId, String quantity) {
        return change(() -> account.stock.put(warehouseId, entityId, new BigDecimal(quantity)));
    }

    /**
     * Adds an invoice over one battery, made now.
     *
     * @param status 0 draft, 1 issued, 2 paid, 3 declined
     */
    public RemOnlineSetup invoice(long id, String number, int status) {
        return change(() -> account.shelf(Shelf.INVOICES).add(invoiceRow(id, number, status)));
    }

    /** Adds a sale of one battery out of warehouse 901, made now. */
    public RemOnlineSetup sale(long id, String number) {
        return change(() -> account.shelf(Shelf.SALES).add(saleRow(id, number)));
    }

    /** Lets every key see these locations alone from now on. */
    public RemOnlineSetup allowLocations(Long... ids) {
        return change(() -> account.dictionaries.allowLocations(Set.of(ids)));
    }

    /** Lets every key see these warehouses alone from now on. */
    public RemOnlineSetup allowWarehouses(Long... ids) {
        return change(() -> account.stock.allow(Set.of(ids)));
    }

    private RemOnlineSetup change(Runnable change) {
        synchronized (account) {
            change.run();
        }
        return this;
    }

    private ObjectNode invoiceRow(long id, String number, int status) {
        String client = account.people.get(Account.FIRST_PERSON).name();
        String invoice = """
                {"id":%1$d,"number":%2$s,"created_at":%3$s,"modified_at":%3$s,"issue_date":%3$s,
                 "due_date":null,"manager_id":7001,"status":{},"client":{},"payer":{},
                 "products":[{"id":1,"title":"Battery","service":false,"amount":1,"price":600,"order_id":90412001}]}""";
        ObjectNode json = Shape.sample(invoice, id, number, Shape.iso(account.now()));
        json.set("status", V2Invoices.status(status));
        json.set("client", Shape.named(Account.FIRST_PERSON, client));
        json.set("payer", Shape.named(Account.FIRST_PERSON, client));
        return json;
    }

    private ObjectNode saleRow(long id, String number) {
        String sale = """
                {"id":%d,"number":%s,"branch_id":3301,"warehouse_id":901,"created_at":%s,"client":null,"comment":"",
                 "total":"600.00","items":[{"id":%d,"quantity":"1.000","price":"600.00","cost":"410.00000",
                 "entity":{"id":501,"type":"product","code":"BT-501","sku":"BT-501","title":"Battery"}}]}""";
        return Shape.sample(sale, id, number, Shape.iso(account.now()), id + 1);
    }
}
