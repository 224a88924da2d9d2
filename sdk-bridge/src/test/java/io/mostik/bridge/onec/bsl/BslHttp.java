package io.mostik.bridge.onec.bsl;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** {@code HTTPСоединение}, {@code HTTPЗапрос} and {@code HTTPОтвет}, over real HTTP. */
final class BslHttp {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final URI bridge;

    BslHttp(URI bridge) {
        this.bridge = bridge;
    }

    BslObject connection(List<Object> arguments) {
        String server = BslValues.string(arguments.get(0));
        BigDecimal port = BslValues.number(arguments.get(1));
        Duration patience = Duration.ofSeconds(
                BslValues.number(BslValues.argument(arguments, 5)).longValueExact());
        if (!server.equals("127.0.0.1") || port.intValueExact() != 8085) {
            throw new BslException("Не могу установить соединение с " + server);
        }
        return new BslObject() {
            @Override
            public Object call(String name, List<Object> given) {
                Request request = (Request) given.get(0);
                return switch (name) {
                    case "отправитьдляобработки" -> send(request, "POST", patience);
                    case "получить" -> send(request, "GET", patience);
                    default -> BslObject.super.call(name, given);
                };
            }
        };
    }

    static BslObject request(List<Object> arguments) {
        BslStructure headers = (BslStructure) arguments.get(1);
        return new Request(BslValues.string(arguments.get(0)), headers.asMap());
    }

    private BslObject send(Request asked, String method, Duration patience) {
        HttpRequest.Builder request = HttpRequest.newBuilder(bridge.resolve(asked.address))
                .timeout(patience)
                .method(method, BodyPublishers.ofByteArray(asked.body));
        asked.headers.forEach((name, value) -> request.header(name, BslValues.string(value)));
        try {
            HttpResponse<byte[]> response = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(response);
        } catch (IOException e) {
            throw new BslException("Ошибка работы с Интернет: " + e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BslException("Ошибка работы с Интернет");
        }
    }

    /** What is asked. */
    private static final class Request implements BslObject {

        private final String address;
        private final Map<String, Object> headers;
        private byte[] body = {};

        Request(String address, Map<String, Object> headers) {
            this.address = address;
            this.headers = headers;
        }

        @Override
        public Object call(String name, List<Object> arguments) {
            if (!name.equals("установитьтелоизстроки")) {
                return BslObject.super.call(name, arguments);
            }
            body = BslValues.string(arguments.get(0)).getBytes(StandardCharsets.UTF_8);
            return BslValues.UNDEFINED;
        }
    }

    /** What was answered. */
    private record Answer(HttpResponse<byte[]> response) implements BslObject {

        @Override
        public Object get(String name) {
            return name.equals("кодсостояния") ? BigDecimal.valueOf(response.statusCode()) : BslObject.super.get(name);
        }

        @Override
        public Object call(String name, List<Object> arguments) {
            return name.equals("получитьтелокакстроку")
                    ? new String(response.body(), StandardCharsets.UTF_8)
                    : BslObject.super.call(name, arguments);
        }
    }
}
