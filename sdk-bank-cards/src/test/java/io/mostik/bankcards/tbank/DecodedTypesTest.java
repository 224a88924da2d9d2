package io.mostik.bankcards.tbank;

import io.mostik.core.json.DecodedTypesContract;

class DecodedTypesTest extends DecodedTypesContract {

    DecodedTypesTest() {
        super(TBank.class, 20);
    }
}
