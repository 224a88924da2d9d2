package io.mostik.salesautopilot;

import io.mostik.core.json.DecodedTypesContract;

class DecodedTypesTest extends DecodedTypesContract {

    DecodedTypesTest() {
        super(SalesAutopilot.class, 10);
    }
}
