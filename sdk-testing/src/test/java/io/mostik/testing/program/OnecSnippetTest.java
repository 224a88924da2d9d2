package io.mostik.testing.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The snippets for 1C, read as 1C reads them: no 1C runs here. */
class OnecSnippetTest {

    private static final String TEXT = "\"((?:[^\"\\n]|\"\")*)\"";
    private static final Pattern HOST = Pattern.compile("Новый HTTPСоединение\\(" + TEXT + ", (\\d+), , , , 30\\);");
    private static final Pattern PATH = Pattern.compile("Новый HTTPЗапрос\\(" + TEXT + "\\);");
    private static final Pattern HEADER = Pattern.compile("Заголовки\\.Вставить\\(" + TEXT + ", " + TEXT + "\\);");
    private static final Pattern METHOD = Pattern.compile("ВызватьHTTPМетод\\(" + TEXT + ", Запрос\\);");
    private static final Pattern BODY = Pattern.compile("УстановитьТелоИзСтроки\\((.*), КодировкаТекста\\.UTF8, "
            + "ИспользованиеByteOrderMark\\.НеИспользовать\\);");
    private static final Pattern PIECE = Pattern.compile(TEXT + "|Символы\\.ВК|Символы\\.ПС");

    @RegisterExtension
    final Desk desk = new Desk("--port", "0", "--clock", "frozen");

    @Test
    void givenOnecSnippets_whenReadAndSent_thenEachAnswers200() {
        for (JsonNode vendor : desk.get("").path("vendors")) {
            String snippet = vendor.path("snippets").path("onec").asText();
            MatchResult host = only(HOST, snippet);
            String address = "http://" + text(host, 1) + ":" + host.group(2) + text(only(PATH, snippet), 1);
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create(address)).method(text(only(METHOD, snippet), 1), body(snippet));
            HEADER.matcher(snippet).results().forEach(header -> request.header(text(header, 1), text(header, 2)));

            HttpResponse<String> answer = Desk.send(request.build());

            assertThat(answer.statusCode()).as(snippet).isEqualTo(200);
            assertThat(answer.body()).as(snippet).doesNotContain("ERROR", "the key is wrong");
        }
    }

    private static HttpRequest.BodyPublisher body(String snippet) {
        if (!snippet.contains("УстановитьТело")) {
            return BodyPublishers.noBody();
        }
        StringBuilder body = new StringBuilder();
        PIECE.matcher(only(BODY, snippet).group(1)).results().forEach(piece -> {
            switch (piece.group()) {
                case "Символы.ВК" -> body.append('\r');
                case "Символы.ПС" -> body.append('\n');
                default -> body.append(text(piece, 1));
            }
        });
        assertThat(body.toString()).doesNotContainPattern("(?<!\\r)\\n");
        return BodyPublishers.ofString(body.toString());
    }

    private static String text(MatchResult found, int group) {
        return found.group(group).replace("\"\"", "\"");
    }

    private static MatchResult only(Pattern pattern, String snippet) {
        return pattern.matcher(snippet).results().findFirst().orElseThrow(() -> new AssertionError(pattern + snippet));
    }
}
