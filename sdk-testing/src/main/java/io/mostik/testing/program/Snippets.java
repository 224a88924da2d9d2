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

    private static String php(Sample sample, String base, Map<String, String> headers) {
        String lines = headers.entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue())
                .map(Snippets::phpText)
                .collect(Collectors.joining(", "));
        String body = sample.body().isEmpty()
                ? ""
                : "curl_setopt($request, CURLOPT_POSTFIELDS, " + phpBody(sample.body()) + ");\n";
        return """
            <?php
            $request = curl_init(%s);
            curl_setopt($request, CURLOPT_CUSTOMREQUEST, '%s');
            curl_setopt($request, CURLOPT_HTTPHEADER, [%s]);
            curl_setopt($request, CURLOPT_RETURNTRANSFER, true);
            %s$answer = curl_exec($request);
            echo curl_getinfo($request, CURLINFO_RESPONSE_CODE), ' ', $answer, PHP_EOL;\
            """.formatted(phpText(base + sample.path()), sample.method(), lines, body);
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
        String[] host = address[0].split(":");
        String path = (address.length == 1 ? "" : "/" + address[1]) + sample.path();
        String set = headers.entrySet().stream()
                .map(header ->
                        "Запрос.Заголовки.Вставить(\"" + header.getKey() + "\", \"" + header.getValue() + "\");\n")
                .collect(Collectors.joining());
        String body = sample.body().isEmpty()
                ? ""
                : "Запрос.УстановитьТелоИзСтроки(\""
                        + sample.body().replace("\"", "\"\"").replace("\r\n", "\" + Символы.ВК + Символы.ПС + \"")
                        + "\");\n";
        return """
            Соединение = Новый HTTPСоединение("%s", %s, , , , 30);
            Запрос = Новый HTTPЗапрос("%s");
            %s%sОтвет = Соединение.ВызватьHTTPМетод("%s", Запрос);
            Сообщить(Строка(Ответ.КодСостояния) + " " + Ответ.ПолучитьТелоКакСтроку());\
            """.formatted(host[0], host[1], path, set, body, sample.method());
    }
}
