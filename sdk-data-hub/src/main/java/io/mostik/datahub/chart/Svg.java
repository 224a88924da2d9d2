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
        return add("<rect", at("x", x) + at("y", y) + at("width", width) + at("height", height) + say("fill", colour));
    }

    Svg line(double x1, double y1, double x2, double y2, String colour) {
        return add("<line", at("x1", x1) + at("y1", y1) + at("x2", x2) + at("y2", y2) + say("stroke", colour));
    }

    Svg path(String points, String colour) {
        return add(
                "<polyline",
                say("points", points) + say("fill", "none") + say("stroke", colour) + say("stroke-width", "2.5"));
    }

    Svg dot(double x, double y, String colour) {
        return add("<circle", at("cx", x) + at("cy", y) + at("r", 4) + say("fill", colour));
    }

    /** Writes a text that ends, begins or has its middle there: {@code end, start, middle}. */
    Svg text(double x, double y, String anchor, String colour, String text) {
        out.append("<text")
                .append(at("x", x))
                .append(at("y", y))
                .append(say("text-anchor", anchor))
                .append(say("fill", colour))
                .append('>')
                .append(escaped(text))
                .append("</text>\n");
        return this;
    }

    private Svg add(String element, String attributes) {
        out.append(element).append(attributes).append("/>\n");
        return this;
    }

    private static String at(String name, double value) {
        return say(name, String.format(Locale.ROOT, "%.1f", value));
    }

    private static String say(String name, String value) {
        return " " + name + "=\"" + value + '"';
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
