package io.mostik.testing.salesautopilot;

import io.mostik.testing.Routes;
import java.time.InstantSource;

/** Everything that both versions serve, with the state that only one part of it needs. */
final class VersionRoutes {

    final SegmentCalls segments;
    final LinkCalls links;
    final CouponCalls coupons;
    final LetterCalls letters;
    final CrmCalls crm;
    final V2Calls v2;
    final V2Tokens tokens;

    VersionRoutes(Account account, Replies replies, InstantSource clock) {
        segments = new SegmentCalls(account, replies);
        links = new LinkCalls(account, replies);
        coupons = new CouponCalls(account.catalogue(), replies);
        letters = new LetterCalls(account, replies);
        crm = new CrmCalls(account, replies);
        v2 = new V2Calls(account);
        tokens = new V2Tokens(clock);
    }

    /** Returns version 1. */
    Routes routes(Account account, Replies replies) {
        Routes routes = new Routes();
        Catalogue catalogue = account.catalogue();
        SavedOrderCalls saved = new SavedOrderCalls(account, catalogue, replies);
        new ContactCalls(account, replies).addTo(routes);
        new BatchCalls(account, replies).addTo(routes);
        new ReadCalls(account, replies).addTo(routes);
        new ListCalls(account).addTo(routes);
        new FieldCalls(account, replies).addTo(routes);
        new OrderCalls(account, replies).addTo(routes);
        saved.addTo(routes);
        new OrderLineCalls(account, saved, replies).addTo(routes);
        new ProductCalls(catalogue, replies).addTo(routes);
        new CategoryCalls(catalogue, replies).addTo(routes);
        new GlobalCalls(replies).addTo(routes);
        segments.addTo(routes);
        links.addTo(routes);
        coupons.addTo(routes);
        letters.addTo(routes);
        crm.addTo(routes);
        return routes;
    }

    /** Returns version 2. */
    Routes secondVersion() {
        Routes routes = new Routes();
        v2.addTo(routes);
        return routes;
    }
}
