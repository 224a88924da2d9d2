package io.mostik.datahub.chart;

import java.util.Locale;

/** A picture being drawn. What it shows is text too, for those who cannot see it. Belongs to one thread. */
final class Svg {

    static final int WIDTH = 720;
    static final String INK = "#1f2933";
    static final String FAINT = "#9aa5b1";

    private final StringBuilder out = new StringBuilder();

    Svg(int height, String title, String description) {
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(WIDTH)
                .append(' ')
                .append(height)
                .append("\" role=\"img\" font-family=\"sans-serif\" font-size=\"14\">\n<title>")
                .append(escaped(title))
                .append("</title>\n<desc>")
                .append(escaped(description))
                .append("</desc>\n");
        rectangle(0, 0, WIDTH, height, "#ffffff");
        out.append("<text x=\"16\" y=\"28\" font-size=\"18\" font-weight=\"bold\" fill=\"")
                .append(INK)
                .append("\">")
                .append(escaped(title))
                .append("</text>\n");
    }

    Svg rectangle(double x, double y, double width, double height, String colour) {
        return add(
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>",
                x, y, width, height, colour);
    }

    Svg line(double x1, double y1, double x2, double y2, String colour) {
        return add("<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>", x1, y1, x2, y2, colour);
    }

    Svg path(String points, String colour) {
        return add("<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2.5\"/>", points, colour);
    }

    Svg dot(double x, double y, String colour) {
        return add("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"%s\"/>", x, y, colour);
    }

    /** Writes a text that ends, begins or has its middle there: {@code end, start, middle}. */
    Svg text(double x, double y, String anchor, String colour, String text) {
        return add(
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>",
                x, y, anchor, colour, escaped(text));
    }

    private Svg add(String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values)).append('\n');
        return this;
    }

    /** Also leaves out what XML forbids. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints()
                .filter(point ->
                        point >= ' ' && point != 0xFFFE && point != 0xFFFF && !(point >= 0xD800 && point <= 0xDFFF))
                .forEach(point -> {
                    switch (point) {
                        case '<' -> escaped.append("&lt;");
                        case '>' -> escaped.append("&gt;");
                        case '&' -> escaped.append("&amp;");
                        case '"' -> escaped.append("&quot;");
                        default -> escaped.appendCodePoint(point);
                    }
                });
        return escaped.toString();
    }

    @Override
    public String toString() {
        return out + "</svg>\n";
    }
}
