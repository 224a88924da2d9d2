package io.mostik.bridge.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verbs that open the database themselves, because no program runs, close it so that the next one compares nothing. */
class ClosedVerbsTest {

    @TempDir
    Path folder;

    @Test
    void givenNoProgram_whenVerbsEnd_thenTheDatabaseIsClosed() throws Exception {
        Path file = settings("");

        for (String[] verb :
                new String[][] {{"open"}, {"doctor"}, {"history", "d-1"}, {"hold", "--reason", "a test"}, {"backup"}}) {
            String said = say(file, verb);
            assertThat(isClosed()).as("%s: %s", verb[0], said).isTrue();
        }
    }

    @Test
    void givenCrash_whenVerbHasCompared_thenTheDatabaseIsClosed() throws Exception {
        Path file = settings("");
        String unused = say(file, "open");
        execute("update mb_schema_version set is_closed = false");

        String said = say(file, "audit", "verify");

        assertThat(said).contains("whole");
        assertThat(isClosed()).isTrue();
    }

    @Test
    void givenWrongLinks_whenVerbIsRefused_thenTheDatabaseIsClosed() throws Exception {
        String unused = say(settings(""), "open");
        Path file = settings("links:\n- {name: told, on: base.signal, do: no.such.action}\n");

        String said = say(file, "open");

        assertThat(said).contains("no.such.action");
        assertThat(isClosed()).isTrue();
    }

    private Path settings(String more) throws Exception {
        return Files.writeString(folder.resolve("mostik-bridge.yaml"), "store: {url: \"h2:data\"}\n" + more);
    }

    private static String say(Path file, String... verb) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        String[] arguments = new String[verb.length + 2];
        System.arraycopy(verb, 0, arguments, 0, verb.length);
        arguments[verb.length] = "-c";
        arguments[verb.length + 1] = file.toString();
        int unused = Main.run(stream, stream, arguments);
        return out.toString(StandardCharsets.UTF_8);
    }

    private boolean isClosed() throws SQLException {
        try (var connection = DriverManager.getConnection(url());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select is_closed from mb_schema_version")) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url());
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isOne();
        }
    }

    private String url() {
        return "jdbc:h2:file:" + folder.resolve("data/bridge") + ";MODE=PostgreSQL";
    }
}
