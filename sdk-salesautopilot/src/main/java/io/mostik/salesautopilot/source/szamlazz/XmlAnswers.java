package io.mostik.salesautopilot.source.szamlazz;

import io.mostik.core.http.ApiRequest;
import io.mostik.core.http.ApiResponse;
import io.mostik.core.http.Transport;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.XmlElement;
import io.mostik.core.json.XmlException;
import io.mostik.core.json.XmlReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Hands the vendor's XML on as JSON: elements by their local names, rows as lists. What cannot be read as XML, and an element that occurs twice
 * where one is expected, is handed on as what is no JSON either.
 */
record XmlAnswers(Transport wire) implements Transport {

    private static final JsonCodec JSON = JsonCodec.camelCase();
    private static final XmlReader XML = XmlReader.standard().deepest(16);
    private static final Set<String> LISTS = Set.of("tetel", "kifizetes", "afakulcsossz");

    @Override
    public ApiResponse send(ApiRequest request) {
        ApiResponse answer = wire.send(request);
        return answer.isSuccess()
                ? answer.with(answer.status(), json(answer.body().bytes()))
                : answer;
    }

    private static byte[] json(byte[] xml) {
        try {
            XmlElement root = XML.read(xml);
            return JSON.write(Map.of(root.name(), content(root)));
        } catch (XmlException | IllegalArgumentException e) {
            return "<".getBytes(StandardCharsets.UTF_8);
        }
    }

    private static Object content(XmlElement element) {
        Map<String, Object> children = new LinkedHashMap<>();
        for (XmlElement each : element.elements()) {
            if (LISTS.contains(each.name())) {
                List<Object> all = new ArrayList<>();
                if (children.get(each.name()) instanceof List<?> before) {
                    all.addAll(before);
                }
                all.add(content(each));
                children.put(each.name(), all);
            } else if (children.put(each.name(), content(each)) != null) {
                throw new IllegalArgumentException("an element occurs twice");
            }
        }
        return children.isEmpty() ? element.text() : children;
    }
}
