package io.mostik.pbx;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stands in place of a number that is not shown. */
final class WithheldWords {

    private static final Pattern QUOTES = Pattern.compile("^[\"'<\\[(\\s]+|[\"'>\\])\\s]+$");

    private static final Set<String> KNOWN = Stream.of(
                    "anonymous,anonymus,anonymous caller,unknown,unknown caller,unknown number,private,private number,"
                            + "private caller,withheld,number withheld,withheld number,restricted,restricted number,"
                            + "unavailable,not available,no caller id,no number,hidden,hidden number,blocked,"
                            + "caller id blocked,suppressed",
                    "rejtett,rejtett szám,rejtett hívószám,titkos,titkos szám,ismeretlen,ismeretlen szám,privát szám,"
                            + "névtelen",
                    "zastrzeżony,numer zastrzeżony,nieznany,numer nieznany,nieznany numer,prywatny,numer prywatny,"
                            + "anonimowy,ukryty,numer ukryty",
                    "номер скрыт,скрытый номер,скрыт,скрытый,неизвестный,неизвестный номер,неизвестно,анонимный,аноним,"
                            + "номер не определен,не определен,частный номер",
                    "прихований номер,прихований,номер приховано,невідомий,невідомий номер,анонімний,приватний номер",
                    "жасырын нөмір,жасырын,белгісіз,белгісіз нөмір",
                    "număr ascuns,ascuns,necunoscut,număr necunoscut,număr privat,anonim,privat",
                    "skryté číslo,skryté,neznámé číslo,neznámý,soukromé číslo,anonymní,utajené číslo",
                    "súkromné číslo,neznáme číslo,neznámy,anonymné číslo,anonymný",
                    "unterdrückt,rufnummer unterdrückt,nummer unterdrückt,unbekannt,unbekannte nummer,anonym,"
                            + "private nummer,privat,geheim")
            .flatMap(language -> Arrays.stream(language.split(",", -1)))
            .map(WithheldWords::fold)
            .collect(Collectors.toUnmodifiableSet());

    /** The words anonymous, restricted, blocked, unknown and unavailable on a telephone's keys, as Twilio sends them. */
    private static final Set<String> ON_KEYS =
            Set.of("+266696687", "+7378742833", "+2562533", "+8656696", "+86282452253");

    private WithheldWords() {}

    static String fold(String word) {
        return QUOTES.matcher(word)
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace('_', ' ')
                .replace('ё', 'е')
                .replaceAll("\\s+", " ");
    }

    static boolean has(String text, Set<String> more) {
        String word = fold(text);
        return word.isEmpty() || ON_KEYS.contains(word) || KNOWN.contains(word) || more.contains(word);
    }
}
