package io.mostik.datahub;

import io.mostik.core.json.DecodedTypesContract;

class DecodedTypesTest extends DecodedTypesContract {

    DecodedTypesTest() {
        super(HubConnection.class, 5);
    }
}
