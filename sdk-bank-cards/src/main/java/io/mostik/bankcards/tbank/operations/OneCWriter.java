package io.mostik.bankcards.tbank.operations;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes a statement line by line. Used once. */
final class OneCWriter {

    private static final Charset WINDOWS = Charset.forName("windows-1251");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final String PAYMENT_ORDER = "Платежное поручение";
    private static final int LONGEST_PURPOSE = 210;

    private final OneCStatement statement;
    private final List<OneCDocument> documents;
    private final CharsetEncoder encoder = WINDOWS.newEncoder();
    private final StringBuilder out = new StringBuilder();

    OneCWriter(OneCStatement statement) {
        this.statement = statement;
        refuseRepeats(statement.operations());
        this.documents = statement.operations().stream()
                .filter(OneCDocument::isPosted)
                .map(operation -> OneCDocument.of(operation, statement))
                .toList();
        refuseAlike();
        if (statement.owner().inn().isEmpty()) {
            throw new IllegalArgumentException("owner must have a tax number");
        }
    }

    byte[] write() {
        line("1CClientBankExchange");
        header();
        statement.balances().flatMap(Balances::balanceBegin).ifPresent(this::account);
        documents.forEach(this::document);
        line("КонецФайла");
        return out.toString().getBytes(WINDOWS);
    }

    private void header() {
        LocalDateTime made = LocalDateTime.ofInstant(statement.createdAt(), OneCDocument.MOSCOW);
        value("ВерсияФормата", "1.03");
        value("Кодировка", "Windows");
        value("Отправитель", "Mostik");
        value("Получатель", statement.receiver());
        value("ДатаСоздания", DAY.format(made));
        value("ВремяСоздания", TIME.format(made));
        period();
    }

    private void period() {
        value("ДатаНачала", day(statement.firstDay()));
        value("ДатаКонца", day(statement.lastDay()));
        value("РасчСчет", statement.accountNumber());
    }

    private void account(BigDecimal begin) {
        BigDecimal in = total(false);
        BigDecimal gone = total(true);
        BigDecimal end = begin.add(in).subtract(gone);
        Balances told = statement.balances().orElseThrow();
        refuseOther("credit", told.credit(), in);
        refuseOther("debit", told.debit(), gone);
        refuseOther("balanceEnd", told.balanceEnd(), end);
        line("СекцияРасчСчет");
        period();
        value("НачальныйОстаток", money(begin));
        value("ВсегоПоступило", money(in));
        value("ВсегоСписано", money(gone));
        value("КонечныйОстаток", money(end));
        line("КонецРасчСчет");
    }

    private void document(OneCDocument document) {
        Party own = Party.builder()
                .from(statement.owner())
                .account(statement.accountNumber())
                .build();
        value("СекцияДокумент", statement.documentKind());
        value("Номер", document.number());
        value("Дата", day(document.day()));
        value("Сумма", money(document.sum()));
        party("Плательщик", document.isDebit() ? own : document.other());
        if (document.isDebit()) {
            value("ДатаСписано", day(document.day()));
        }
        party("Получатель", document.isDebit() ? document.other() : own);
        if (!document.isDebit()) {
            value("ДатаПоступило", day(document.day()));
        }
        value("НазначениеПлатежа", purpose(document.purpose()));
        line("КонецДокумента");
    }

    private void party(String side, Party party) {
        value(side + "Счет", party.account().orElseThrow());
        String inn = party.inn().orElseThrow();
        party.name().ifPresent(name -> {
            value(side, "ИНН " + inn + " " + name);
            value(side + "1", name);
        });
        value(side + "ИНН", inn);
        party.kpp().ifPresent(kpp -> value(side + "КПП", kpp));
        value(side + "РасчСчет", party.account().orElseThrow());
        party.bankName().ifPresent(bank -> value(side + "Банк1", bank));
        party.bic().ifPresent(bic -> value(side + "БИК", bic));
        party.corrAccount().ifPresent(account -> value(side + "Корсчет", account));
    }

    private String purpose(String text) {
        boolean isLong = statement.documentKind().equals(PAYMENT_ORDER) && text.length() > LONGEST_PURPOSE;
        return isLong ? text.substring(0, LONGEST_PURPOSE) : text;
    }

    private BigDecimal total(boolean isDebit) {
        return documents.stream()
                .filter(document -> document.isDebit() == isDebit)
                .map(OneCDocument::sum)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static void refuseOther(String name, Optional<BigDecimal> told, BigDecimal counted) {
        if (told.filter(sum -> sum.compareTo(counted) != 0).isPresent()) {
            throw new IllegalArgumentException("balances do not close: " + name + " is "
                    + told.get().toPlainString() + " at the bank, and " + counted.toPlainString()
                    + " by the operations; operations are missing or too many");
        }
    }

    private static void refuseRepeats(List<Operation> operations) {
        Set<String> ids = new HashSet<>();
        for (Operation operation : operations) {
            if (OneCDocument.isPosted(operation) && !ids.add(operation.operationId())) {
                throw OneCDocument.wrong(operation, "is there twice");
            }
        }
    }

    /** 1C takes two documents with one number, day, sum and side for one. */
    private void refuseAlike() {
        Set<String> seen = new HashSet<>();
        for (OneCDocument document : documents) {
            String key = document.number() + " " + document.day() + " " + document.sum() + " " + document.isDebit();
            if (!seen.add(key)) {
                throw new IllegalArgumentException("operations: two have number " + document.number()
                        + ", day and sum in common, and 1C would take them for one: set isNumberedById");
            }
        }
    }

    private static String day(LocalDate day) {
        return DAY.format(day);
    }

    private static String money(BigDecimal sum) {
        return sum.setScale(2, RoundingMode.UNNECESSARY).toPlainString();
    }

    private void value(String key, String value) {
        line(key + "=" + written(value));
    }

    private void line(String text) {
        out.append(text).append("\r\n");
    }

    /** Says in windows-1251 what can be said in it. */
    private String written(String value) {
        String plain = Normalizer.normalize(value, Normalizer.Form.NFC).replace("\u20bd", "руб.");
        StringBuilder text = new StringBuilder();
        plain.codePoints().forEach(point -> text.append(sign(point)));
        return text.toString().strip();
    }

    private String sign(int point) {
        String sign = Character.toString(point);
        if (Character.isISOControl(point) || point == 0x2028 || point == 0x2029) {
            return " ";
        }
        if (Character.getType(point) == Character.FORMAT) {
            return "";
        }
        return encoder.canEncode(sign) ? sign : "?";
    }
}
