package io.mostik.salesautopilot.source.szamlazz;

import io.mostik.core.http.ApiRequest;
import io.mostik.core.http.ApiResponse;
import io.mostik.core.http.Transport;
import io.mostik.core.json.JsonCodec;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamException;

/** Hands the vendor's XML on as JSON. What cannot be read as XML is handed on as what is no JSON either. */
record XmlAnswers(Transport wire) implements Transport {

    private static final JsonCodec JSON = JsonCodec.camelCase();

    @Override
    public ApiResponse send(ApiRequest request) {
        ApiResponse answer = wire.send(request);
        return answer.isSuccess()
                ? answer.with(answer.status(), json(answer.body().bytes()))
                : answer;
    }

    private static byte[] json(byte[] xml) {
        try {
            return JSON.write(XmlReader.read(xml));
        } catch (XMLStreamException | RuntimeException e) { // the JDK throws both at odd bytes
            return "<".getBytes(StandardCharsets.UTF_8);
        }
    }
}
