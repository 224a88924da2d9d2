package io.mostik.datahub;

import io.mostik.testing.Simulator;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** An account of sixty orders, all of which pass the filter, whose vendor can be told to fail. */
interface DialledPlace extends AutoCloseable {

    int ORDERS = 60;

    Simulator vendor();

    HubConnection hub();

    /** Returns another node, whose calls end after so long. */
    HubConnection impatient(Duration deadline);

    List<Long> ids();

    /** Returns the verb by which the list of orders is asked for. */
    String verb();

    /** Returns the path of the list of orders. */
    String list();

    /** Returns where its rows are, as the begin of a JSON pointer. */
    String rows();

    /** Returns the properties around its rows, and those of its rows without which a row is none. */
    List<String> frame();

    /** Changes an order as a person does, now. */
    void edit(long id, int amount);

    @Override
    void close();

    static DialledPlace remOnline() {
        HubEnv place = new HubEnv();
        List<Long> ids = IntStream.range(0, ORDERS)
                .mapToObj(i -> place.vendor.seedOrder(seed -> seed.status(4).location(HubEnv.TVER)))
                .toList();
        place.configured(
                HubSettings.builder().from(HubEnv.SETTINGS).filter(List.of()).build());
        return new DialledPlace() {
            @Override
            public Simulator vendor() {
                return place.vendor;
            }

            @Override
            public HubConnection hub() {
                return place.hub;
            }

            @Override
            public HubConnection impatient(Duration deadline) {
                return place.impatient(deadline);
            }

            @Override
            public List<Long> ids() {
                return ids;
            }

            @Override
            public String verb() {
                return "GET";
            }

            @Override
            public String list() {
                return "/v2/orders";
            }

            @Override
            public String rows() {
                return "/data/";
            }

            @Override
            public List<String> frame() {
                return List.of("data", "paging", "count", "total_pages", "id", "modified_at");
            }

            @Override
            public void edit(long id, int amount) {
                place.vendor.editOrder(id, seed -> seed.status(1 + amount % 6).item(501, "1", amount + ".50", "1.25"));
            }

            @Override
            public void close() {
                place.close();
            }
        };
    }

    static DialledPlace bitrix24() {
        BitrixEnv place = new BitrixEnv();
        List<Long> ids = IntStream.range(0, ORDERS)
                .mapToObj(i -> place.deal(5, "C5:NEW", "10.00", "1.00"))
                .toList();
        place.configured(
                HubSettings.builder().from(BitrixEnv.SETTINGS).filter(List.of()).build());
        return new DialledPlace() {
            @Override
            public Simulator vendor() {
                return place.vendor;
            }

            @Override
            public HubConnection hub() {
                return place.hub;
            }

            @Override
            public HubConnection impatient(Duration deadline) {
                return place.impatient(deadline);
            }

            @Override
            public List<Long> ids() {
                return ids;
            }

            @Override
            public String verb() {
                return "POST";
            }

            @Override
            public String list() {
                return "/rest/1/simulatedcode0001/crm.item.list";
            }

            @Override
            public String rows() {
                return "/result/items/";
            }

            @Override
            public List<String> frame() {
                return List.of("result", "items", "id", "updatedTime");
            }

            @Override
            public void edit(long id, int amount) {
                place.vendor.change(
                        id,
                        deal -> deal.with("opportunity", new BigDecimal(amount + ".50"))
                                .with(BitrixEnv.COST, amount));
            }

            @Override
            public void close() {
                place.close();
            }
        };
    }
}
