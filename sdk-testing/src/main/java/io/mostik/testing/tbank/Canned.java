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

    static final Answer STATEMENT = json("""
            {"operations":[
             {"operationId":"0c9d4a5e-6f0b-4a55-8b7e-3a9c8f0d1e21","operationDate":"2026-05-04T09:11:40Z",
              "operationStatus":"Authorization","typeOfOperation":"Debit","category":"cardOperation",
              "accountNumber":"40702810900000012345","accountAmount":379.50,"accountCurrencyDigitalCode":"643",
              "cardNumber":"220070******0417","ucid":"1100200301","mcc":"5814"}]}""");

    static final Answer PAST = json("""
            [{"accountNumber":"40702810900000012345","authDateTime":"2026-05-04T09:11:40Z","operationType":"debit",
              "operationStatus":"authorization","amount":379.50,"currency":"643","accountAmount":379.50,
              "card":{"ucid":"1100200301","mcc":"5814","number":"220070******0417"}}]""");

    static final Answer ACCOUNTS = json("""
            [{"accountNumber":"40702810900000012345","name":"Счёт","status":"NORM","tariffName":"Простой",
              "tariffCode":"TRF1","currency":"643","createdOn":"2024-02-01","mainFlag":"Y","bankBik":"044525974",
              "accountType":"Current","balance":{"balance":1000000.00,"realOtb":1000000.00,"otb":1000000.00,
              "authorized":0,"pendingPayments":0,"pendingRequisitions":0}}]""");

    static final Answer COMPANY = json("""
            {"name":"ООО \\"Ромашка\\"","city":"Москва",
             "requisites":{"fullName":"Общество с ограниченной ответственностью \\"Ромашка\\"","address":"Москва",
              "legalAddress":"Москва","inn":"7700000000","kpp":"770001001","ogrn":"1020000000000"},
             "bank":{"bankName":"АО \\"ТБанк\\"","bankAddress":"Москва","corrAccount":"30101810145250000974",
              "bankInn":"7710140679","bankBic":"044525974"},
             "legalStatus":"active","registrationDate":"2019-03-01"}""");

    static final Answer APPLIED = json("""
            {"cardIssueApplicationId":"5d7c1f0a-2b3c-4d5e-8f90-a1b2c3d4e5f6"}""");

    static final Answer APPLICATION = json("""
            {"cardIssueApplicationId":"5d7c1f0a-2b3c-4d5e-8f90-a1b2c3d4e5f6","status":"CARD_ISSUED",
             "ucid":1100245778}""");

    static final Answer APPLICATIONS = json("""
            [{"cardIssueApplicationId":"5d7c1f0a-2b3c-4d5e-8f90-a1b2c3d4e5f6","status":"CARD_ISSUED",
              "ucid":"1100245778"}]""");

    static final Answer DRAFT = json("""
            {"applicationId":"7e6d5c4b-3a29-4817-a605-f4e3d2c1b0a9"}""");

    private Canned() {}

    private static Answer json(String text) {
        return Answer.bytes(200, "application/json", text.getBytes(UTF_8));
    }
}
