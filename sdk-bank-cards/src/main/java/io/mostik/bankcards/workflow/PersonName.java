package io.mostik.bankcards.workflow;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Compares names of people, whatever their spelling. Two questions with two answers: who may do something is asked by the
 * {@link #strict} form, so that nobody is let in by a look-alike; who must not do something, as it is his own, is asked by
 * {@link #looksSame}, so that nobody gets round it by one.
 */
final class PersonName {

    private static final int LONGEST = 200;

    /** Letters of other scripts, and digits, each before the Latin letter that it looks like; case matters. */
    private static final Map<Integer, String> LOOK_ALIKES =
            pairs("АAаaВBвbСCсcԀDԁdЕEеeҺHһhНHнhІIіiӀIӏlЈJјjКKкkМMмmОOоoРPрpԚQԛqЅSѕs"
                    + "ТTтtУYуyҮYүyХXхxѴVѵvԜWԝwГrгrЬbьbҐrґrЗ3з3"
                    + "ΑAαaΒBβbΕEεeΖZΗHηnΙIιiΚKκkΜMμuΝNνvΟOοoΡPρpΤTτtΥYυuΧXχxγyωwςcϲc"
                    + "0o1l|lı" + "iɩiɑaɡgʏyʀrøoØoſfƒfłlŁlđdĐd");

    private PersonName() {}

    /** Returns a name as it is compared where somebody is let in: in one Unicode form, without case, blanks and unseen signs. */
    static String strict(String name) {
        String folded = Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
        return Normalizer.normalize(folded, Normalizer.Form.NFKC)
                .codePoints()
                .filter(PersonName::isSeen)
                .mapToObj(PersonName::plain)
                .collect(Collectors.joining());
    }

    /** Returns whether two names are one, or look like one: without marks on letters, look-alikes as one letter. */
    static boolean looksSame(String one, String other) {
        return strict(one).equals(strict(other)) || skeleton(one).equals(skeleton(other));
    }

    /** Returns what names that look alike share. */
    static String skeleton(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .codePoints()
                .filter(point -> Character.getType(point) != Character.NON_SPACING_MARK)
                .mapToObj(point -> LOOK_ALIKES.getOrDefault(point, Character.toString(point)))
                .collect(Collectors.joining());
        return strict(plain).replace('i', 'l').replace("rn", "m").replace("vv", "w");
    }

    /**
     * Refuses what is no name.
     *
     * @return the name without blanks around it
     */
    static String check(String parameter, String name) {
        if (strict(name).isEmpty()) {
            throw new IllegalArgumentException(parameter + " must not be blank");
        }
        if (name.length() > LONGEST) {
            throw new IllegalArgumentException(parameter + " must have at most " + LONGEST + " characters");
        }
        return name.strip();
    }

    private static boolean isSeen(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.ENCLOSING_MARK,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.SURROGATE -> false;
            default -> !isFiller(point);
        };
    }

    /** Signs that count as letters or marks and show nothing. */
    private static boolean isFiller(int point) {
        return point == 0x034F
                || point == 0x115F
                || point == 0x1160
                || point == 0x17B4
                || point == 0x17B5
                || point == 0x3164
                || point == 0xFFA0
                || (point >= 0xFE00 && point <= 0xFE0F);
    }

    private static String plain(int point) {
        return Character.getType(point) == Character.DASH_PUNCTUATION || point == 0x2212
                ? "-"
                : Character.toString(point);
    }

    private static Map<Integer, String> pairs(String text) {
        int[] points = text.codePoints().toArray();
        return IntStream.range(0, points.length / 2)
                .boxed()
                .collect(Collectors.toMap(i -> points[2 * i], i -> Character.toString(points[2 * i + 1])));
    }
}
