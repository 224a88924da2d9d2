package io.mostik.testing.vcclive;

import io.mostik.testing.Answer;
import io.mostik.testing.RecordedRequest;
import io.mostik.testing.RequestHandler;

/** The vendor's three surfaces, which here are one host. */
record VccHosts(VccApi api, VccCampaignBase campaigns, VccDesktopApp desktop, VccEvents events)
        implements RequestHandler {

    @Override
    public Answer answer(RecordedRequest request) throws Exception {
        if (request.path().startsWith(VccCampaignBase.BASE)) {
            return campaigns.answer(request);
        }
        return request.path().startsWith(VccDesktopApp.CALL) ? desktop.answer(request) : api.answer(request);
    }

    @Override
    public Answer error(RecordedRequest request) {
        return VccRefusal.bad("id").answer();
    }

    @Override
    public void left(RecordedRequest request) {
        events.tellPending();
    }
}
