package io.mostik.remonline;

import io.mostik.core.json.DecodedTypesContract;

class DecodedTypesTest extends DecodedTypesContract {

    DecodedTypesTest() {
        super(RemOnline.class, 20);
    }
}
