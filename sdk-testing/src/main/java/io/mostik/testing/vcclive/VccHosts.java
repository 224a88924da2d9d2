package io.mostik.testing.vcclive;

import io.mostik.testing.Answer;
import io.mostik.testing.Received;
import io.mostik.testing.VendorScript;

/** The vendor's three surfaces, which here are one host. */
record VccHosts(VccApi api, VccCampaignBase campaigns, VccDesktopApp desktop, VccEvents events)
        implements VendorScript {

    @Override
    public Answer answer(Received request) throws Exception {
        if (request.path().startsWith(VccCampaignBase.BASE)) {
            return campaigns.answer(request);
        }
        return request.path().startsWith(VccDesktopApp.CALL) ? desktop.answer(request) : api.answer(request);
    }

    @Override
    public void left(Received request) {
        events.tellPending();
    }
}
