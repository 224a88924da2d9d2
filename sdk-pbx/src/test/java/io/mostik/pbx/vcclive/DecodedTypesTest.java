package io.mostik.pbx.vcclive;

import io.mostik.core.json.DecodedTypesContract;

class DecodedTypesTest extends DecodedTypesContract {

    DecodedTypesTest() {
        super(VccLive.class, 20);
    }
}
