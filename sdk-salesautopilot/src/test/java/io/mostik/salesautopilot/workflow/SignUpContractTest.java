package io.mostik.salesautopilot.workflow;

import io.mostik.core.StateStore;
import io.mostik.core.once.OnceResult;
import io.mostik.core.test.ManualTime;

class SignUpContractTest extends MarketingContract {

    @Override
    protected Subject open(StateStore store, ManualTime time) {
        return new MarketingSubject(time, SIGN_UP, "POST /subscribe/{nl}/form/{ns}") {

            private final InMemoryUsers cms = new InMemoryUsers();

            @Override
            public OnceResult<?> act(StateStore node) {
                return told(workflows(node).signUps(NEWSLETTER, SIGN_UP, cms).signUp("kata@example.hu"));
            }
        };
    }
}
