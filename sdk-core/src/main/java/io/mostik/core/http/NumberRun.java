package io.mostik.core.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Digits in a text, with the blanks, dashes, dots, slashes and brackets that people write between groups of them. */
record NumberRun(String text, int from, int to, boolean isCode, List<String> groups) {

    private static final String BETWEEN = " -.()/\u00A0\u202F\u2011\u2013";
    private static final String IN_CODES = "-/_";
    private static final int MOST_BETWEEN = 2;

    /** Words before a number that make it one of a document, not of a phone. */
    private static final Set<String> DOCUMENTS = Set.of(
            "order",
            "invoice",
            "document",
            "operation",
            "request",
            "payment",
            "transaction",
            "ticket",
            "id",
            "no",
            "nr",
            "заказ",
            "заказа",
            "заказу",
            "документ",
            "операция",
            "операции",
            "платеж",
            "счет",
            "счёт",
            "rendelés",
            "számla",
            "zamówienie",
            "zlecenie",
            "faktura");

    static boolean beginsAt(String text, int at) {
        int digit = at;
        if (text.charAt(digit) == '+') {
            digit++;
        }
        if (digit < text.length() && text.charAt(digit) == '(') {
            digit++;
        }
        return digit < text.length() && isDigit(text.charAt(digit));
    }

    static NumberRun at(String text, int from) {
        List<String> groups = new ArrayList<>();
        int at = from;
        while (!isDigit(text.charAt(at))) {
            at++;
        }
        boolean isCode = isCodeBefore(text, from);
        int next = at;
        do {
            int begin = next;
            at = endOfDigits(text, begin);
            groups.add(text.substring(begin, at));
            next = nextGroup(text, at, isCode ? IN_CODES : BETWEEN);
        } while (next > at && PlainNumbers.end(text, next) == next);
        return new NumberRun(text, from, at, isCode, groups);
    }

    private static int endOfDigits(String text, int from) {
        int at = from;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Returns where the next group of digits begins; the same position if this was the last. */
    private static int nextGroup(String text, int from, String between) {
        int at = from;
        while (at < text.length() && at - from < MOST_BETWEEN && between.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at > from && at < text.length() && isDigit(text.charAt(at)) ? at : from;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Returns whether this is, or may be, the number of a card, an account, a phone or a person. */
    boolean isPersonal() {
        String digits = String.join("", groups);
        if (text.charAt(from) == '+') {
            return digits.length() >= 7;
        }
        if (isCard(digits) || groups.stream().anyMatch(NumberRun::isCard) || digits.length() >= 20) {
            return true;
        }
        return groups.size() == 1 ? isPersonalAlone(digits) : isPersonalInGroups(digits);
    }

    /** Ten to twelve digits are a phone, a PESEL or an INN; more are an order or a time, unless 00 begins a phone. */
    private boolean isPersonalAlone(String digits) {
        if (digits.length() > 12) {
            return digits.startsWith("00") || (digits.length() > 14 && !isDocument());
        }
        return digits.length() >= 10 && !isDocument() && !isPartOfWord();
    }

    /** Nine digits by threes are a Polish phone; where they are a sum, a fraction or a currency says so. */
    private boolean isPersonalInGroups(String digits) {
        boolean enough = digits.length() >= 10 || (digits.length() == 9 && groups.size() >= 3);
        return enough && !isCode;
    }

    /** In INV-2026-000123456789 letters precede the dash. */
    private static boolean isCodeBefore(String text, int from) {
        int before = from - 1;
        if (before > 0 && IN_CODES.indexOf(text.charAt(before)) >= 0) {
            before--;
        }
        return before >= 0 && Character.isLetter(text.charAt(before));
    }

    private boolean isPartOfWord() {
        return isCode || (to < text.length() && (Character.isLetter(text.charAt(to)) || text.charAt(to) == '_'));
    }

    private boolean isDocument() {
        int end = from;
        while (end > 0 && from - end < 4 && " :=\"#№.".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        String between = text.substring(end, from);
        if (between.indexOf('#') >= 0 || between.indexOf('№') >= 0) {
            return true;
        }
        int begin = end;
        while (begin > 0 && end - begin < 20 && Character.isLetter(text.charAt(begin - 1))) {
            begin--;
        }
        String word = text.substring(begin, end);
        return DOCUMENTS.contains(word.toLowerCase(Locale.ROOT)) || word.endsWith("Id");
    }

    /** Returns whether this is as long as a card's number, begins like one, and its check digit fits. */
    private static boolean isCard(String digits) {
        if (digits.length() < 13 || digits.length() > 19 || "23456".indexOf(digits.charAt(0)) < 0) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int twice = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
            sum += i % 2 == 0 ? digit : twice;
        }
        return sum % 10 == 0;
    }
}
