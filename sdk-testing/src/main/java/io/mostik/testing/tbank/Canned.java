package io.mostik.testing.tbank;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mostik.testing.Answer;

/** What the sandbox answers to any request that satisfies the contract, whatever its values. */
final class Canned {

    static final Answer OK = Answer.empty(200);

    static final Answer CARD = json("""
            {"ucid":1100200301,"accountNumber":"40702810900000012345","cardBin":"220070","cardLastFourDigits":"0417",
             "isActive":true,"status":"NORM","embossedName":"OLEG VOLKOV"}""");

    static final Answer LIST = json("""
            {"offset":0,"limit":1000,"totalNumber":2,"cards":[
             {"ucid":1100200301,"accountNumber":"40702810900000012345","cardBin":"220070","cardLastFourDigits":"0417",
              "isActive":true,"status":"NORM","embossedName":"OLEG VOLKOV"},
             {"ucid":1100200302,"accountNumber":"40702810900000012345","cardBin":"220070","cardLastFourDigits":"9930",
              "isActive":true,"status":"BLOCKED","embossedName":"IRINA SOKOL"}]}""");

    static final Answer LIST_V3 = json("""
            {"cards":[
             {"ucid":1100200301,"accountNumber":"40702810900000012345","cardBin":"220070","cardLastFourDigits":"0417",
              "isActive":true,"status":"NORM","embossedName":"OLEG VOLKOV","isVirtual":true}],
             "offset":0,"limit":1000,"total":1}""");

    static final Answer LIMITS = json("""
            {"ucid":1100200301,
             "spendLimit":{"limitValue":500.00,"limitRemain":120.50,"limitPeriod":"IRREGULAR"},
             "cashLimit":{"limitValue":0,"limitRemain":0,"limitPeriod":"MONTH"}}""");

    static final Answer BATCH = json("""
            {"limits":[
             {"ucid":1100200301,"spendLimit":{"isSuccess":true}},
             {"ucid":1100200302,"spendLimit":{"isSuccess":false,"errorMessage":"Карта закрыта"},
              "cashLimit":{"isSuccess":true}}]}""");

    static final Answer REQUISITES = json("""
            {"number":"2200700000000417","embossedName":"OLEG VOLKOV","cvc":"735",
             "expiryDate":{"year":2031,"month":4}}""");

    static final Answer REISSUE = json("""
            {"correlationId":"8b0f6a52-51d4-4d0c-9d0a-3a1f0f6f2c11"}""");

    static final Answer REISSUED = json("""
            {"status":"READY","info":
             {"oldUcid":1100200301,"newUcid":1100245777,"cardBin":"220070","cardLastFourDigits":"5521"}}""");

    static final Answer LINK = json("""
            {"link":"https://requisites.example/1100200301"}""");

    private Canned() {}

    private static Answer json(String text) {
        return Answer.bytes(200, "application/json", text.getBytes(UTF_8));
    }
}
