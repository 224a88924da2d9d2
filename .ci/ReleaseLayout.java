import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Node;

/** Checks a folder that was published to: is every artefact whole, and does every POM say what Maven Central asks for? */
public final class ReleaseLayout {

    private static final List<String> MODULE = List.of(".jar", "-sources.jar", "-javadoc.jar", "-cyclonedx.json");
    private static final List<String> PARENT_AND_BOM = List.of("mostik", "sdk-bom");
    private static final List<String> SAID_ONCE =
            List.of("groupId", "artifactId", "version", "name", "description", "url", "licenses", "developers", "scm");
    private static final List<String> SAID_BY_MODULES = List.of("artifactId", "name", "description");

    private final List<String> faults = new ArrayList<>();
    private int checked;

    private ReleaseLayout() {}

    /** Checks the folder that the first argument names, and exits with 1 if something is missing. */
    public static void main(String[] args) throws Exception {
        ReleaseLayout layout = new ReleaseLayout();
        try (Stream<Path> artefacts = Files.list(Path.of(args[0], "io", "mostik"))) {
            for (Path artefact : artefacts.sorted().toList()) {
                layout.check(artefact.getFileName().toString(), artefact);
            }
        }
        layout.faults.forEach(System.out::println);
        System.out.printf("%d artefacts checked, %d faults%n", layout.checked, layout.faults.size());
        System.exit(layout.checked > 0 && layout.faults.isEmpty() ? 0 : 1);
    }

    private void check(String name, Path folder) throws Exception {
        checked++;
        Map<String, Path> files = filesBySuffix(name, folder);
        boolean isModule = !PARENT_AND_BOM.contains(name);
        if (isModule) {
            MODULE.stream().filter(suffix -> !files.containsKey(suffix)).forEach(suffix -> fault(name, "no " + suffix));
        }
        for (String suffix : files.keySet()) {
            if (!suffix.endsWith(".asc") && !files.containsKey(suffix + ".asc")) {
                fault(name, suffix + " is not signed");
            }
        }
        if (!files.containsKey(".pom")) {
            fault(name, "no POM");
            return;
        }
        checkPom(name, files.get(".pom"), isModule ? SAID_BY_MODULES : SAID_ONCE);
    }

    /** Returns the files of the newest version by what follows name and version, without checksums and Maven's own notes. */
    private static Map<String, Path> filesBySuffix(String name, Path folder) throws IOException {
        Map<String, Path> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                String text = file.getFileName().toString();
                if (text.startsWith(name + "-") && !text.matches(".*\\.(md5|sha\\d+)")) {
                    files.put(text.replaceFirst("^" + name + "-[0-9.]+(-SNAPSHOT|-[0-9.]+-[0-9]+)?", ""), file);
                }
            }
        }
        return files;
    }

    private void checkPom(String name, Path pom, List<String> said) throws Exception {
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile());
        List<String> elements = new ArrayList<>();
        for (Node node = document.getDocumentElement().getFirstChild(); node != null; node = node.getNextSibling()) {
            elements.add(node.getNodeName());
        }
        said.stream()
                .filter(element -> !elements.contains(element))
                .forEach(element -> fault(name, "POM: no " + element));
    }

    private void fault(String name, String what) {
        faults.add(name + ": " + what);
    }
}
