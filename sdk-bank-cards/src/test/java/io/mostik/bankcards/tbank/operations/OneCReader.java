package io.mostik.bankcards.tbank.operations;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code 1CClientBankExchange} as 1C's page describes it; knows nothing of the writer, and is strict. */
final class OneCReader {

    final Map<String, String> head = new LinkedHashMap<>();
    final List<Map<String, String>> accounts = new ArrayList<>();
    final List<Map<String, String>> documents = new ArrayList<>();

    static OneCReader read(byte[] file) throws IOException {
        String text = Charset.forName("windows-1251")
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(file))
                .toString();
        OneCReader reader = new OneCReader();
        reader.lines(text);
        return reader;
    }

    private void lines(String text) throws IOException {
        if (!text.endsWith("КонецФайла\r\n")) {
            throw new IOException("the file is cut off");
        }
        String[] lines = text.split("\r\n", -1);
        if (!lines[0].equals("1CClientBankExchange")) {
            throw new IOException("first line");
        }
        Map<String, String> section = head;
        for (int i = 1; i < lines.length - 2; i++) {
            section = line(lines[i], section);
        }
        if (section != head) {
            throw new IOException("a section is open");
        }
    }

    private Map<String, String> line(String line, Map<String, String> section) throws IOException {
        if (line.indexOf('\n') >= 0 || line.indexOf('\r') >= 0) {
            throw new IOException("a line end alone");
        }
        if (line.equals("СекцияРасчСчет")) {
            accounts.add(new LinkedHashMap<>());
            return accounts.get(accounts.size() - 1);
        }
        if (line.equals("КонецРасчСчет") || line.equals("КонецДокумента")) {
            return head;
        }
        String[] parts = line.split("=", 2);
        if (parts.length < 2) {
            throw new IOException("no key: " + line);
        }
        Map<String, String> target = section;
        if (parts[0].equals("СекцияДокумент")) {
            target = new LinkedHashMap<>();
            documents.add(target);
        }
        if (target.put(parts[0], parts[1]) != null) {
            throw new IOException("twice: " + parts[0]);
        }
        return target;
    }
}
