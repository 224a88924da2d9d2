package io.mostik.testing.program;

import io.mostik.testing.internal.JsonObject;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A first request to a vendor, written for those who copy it: curl, PHP, 1C and Java. */
final class Snippets {

    private Snippets() {}

    static Map<String, Object> of(Played vendor) {
        Sample sample = vendor.sample();
        String base = vendor.addresses().values().iterator().next().toString();
        Map<String, String> headers = new TreeMap<>(sample.headers());
        return new JsonObject()
                .with("curl", curl(sample, base, headers))
                .with("php", php(sample, base, headers))
                .with("onec", onec(sample, base, headers))
                .with("java", sample.java());
    }

    private static String curl(Sample sample, String base, Map<String, String> headers) {
        StringBuilder text = new StringBuilder("curl -i");
        if (!sample.method().equals("GET")) {
            text.append(" -X ").append(sample.method());
        }
        headers.forEach((name, value) -> text.append(" \\\n  -H '")
                .append(name)
                .append(": ")
                .append(value)
                .append('\''));
        if (!sample.body().isEmpty()) {
            text.append(" \\\n  --data-binary $'")
                    .append(sample.body().replace("\r", "\\r").replace("\n", "\\n"))
                    .append('\'');
        }
        return text.append(" \\\n  '")
                .append(base)
                .append(sample.path())
                .append('\'')
                .toString();
    }

    /** Without the extension for curl, which a bare php-cli has not. */
    private static String php(Sample sample, String base, Map<String, String> headers) {
        String lines = headers.entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue())
                .map(Snippets::phpText)
                .collect(Collectors.joining(", "));
        String body = sample.body().isEmpty() ? "" : "\n    'content' => " + phpBody(sample.body()) + ",";
        return """
            <?php
            $context = stream_context_create(['http' => [
                'method' => '%s',
                'header' => [%s],%s
                'ignore_errors' => true, // an answer with an error is read too
            ]]);
            $answer = file_get_contents(%s, false, $context);
            echo $http_response_header[0], PHP_EOL, $answer, PHP_EOL;\
            """.formatted(sample.method(), lines, body, phpText(base + sample.path()));
    }

    private static String phpText(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    private static String phpBody(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\r", "\\r")
                        .replace("\n", "\\n")
                + '"';
    }

    private static String onec(Sample sample, String base, Map<String, String> headers) {
        String[] address = base.replaceFirst("http://", "").split("/", 2);
        String[] host = address[0].split(":", 2);
        String path = (address.length == 1 ? "" : "/" + address[1]) + sample.path();
        String set = headers.entrySet().stream()
                .map(header ->
                        "Запрос.Заголовки.Вставить(\"" + header.getKey() + "\", \"" + header.getValue() + "\");\n")
                .collect(Collectors.joining());
        String body = sample.body().isEmpty()
                ? ""
                : "Запрос.УстановитьТелоИзСтроки(\""
                        + sample.body().replace("\"", "\"\"").replace("\r\n", "\" + Символы.ВК + Символы.ПС + \"")
                        + "\", КодировкаТекста.UTF8, ИспользованиеByteOrderMark.НеИспользовать);\n";
        return """
            Соединение = Новый HTTPСоединение("%s", %s, , , , 30);
            Запрос = Новый HTTPЗапрос("%s");
            %s%sОтвет = Соединение.ВызватьHTTPМетод("%s", Запрос);
            Сообщить(Строка(Ответ.КодСостояния) + " " + Ответ.ПолучитьТелоКакСтроку());\
            """.formatted(host[0], host[1], path, set, body, sample.method());
    }
}
