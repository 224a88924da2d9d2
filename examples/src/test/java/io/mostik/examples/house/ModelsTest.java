package io.mostik.examples.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** People write phones and names into free text; no model prints it, nor what tells who somebody is. */
@Tag("any-jdk")
class ModelsTest {

    private static final Pattern ATTRIBUTE = Pattern.compile(
            "((?: {4}@[^\\n]*\\n)*) {4}(?:default )?(?:Optional<String>|String|List<String>|Optional<Json>|Json) (\\w+)\\(\\)");
    private static final Pattern FREE_TEXT =
            Pattern.compile("(?i)\\w*(notes?|comments?|description|remarks?|message|reason|purpose)"
                    + "|malfunction|resume|appearance|packagelist|text|html|body|content|memo");
    private static final Pattern PERSONAL = Pattern.compile(
            "(?i)\\w*(phones?|e?mails?|address|firstname|lastname|surname|patronymic|fullname|birth\\w*|passport\\w*)|inn");
    private static final Pattern PARENTS = Pattern.compile("interface \\w+(?:<[^{]*>)? extends ([^{]+)\\{");

    /** Of places and companies, not of people. */
    private static final Set<String> PUBLIC = Set.of(
            "Company.java shows email",
            "Company.java shows address",
            "Location.java shows address",
            "Merchant.java shows address",
            "CompanyBank.java shows bankAddress",
            "NewSend.java shows fromEmail");

    @Test
    void givenModelsOfAllModules_whenRead_thenFreeTextIsRedacted() {
        List<String> shown = new ArrayList<>();

        int redacted = collect(FREE_TEXT, shown);

        assertThat(shown).isEmpty();
        assertThat(redacted).isGreaterThan(40);
    }

    @Test
    void givenModelsOfAllModules_whenRead_thenPeopleAreRedacted() {
        List<String> shown = new ArrayList<>();

        int redacted = collect(PERSONAL, shown);

        assertThat(shown).containsOnlyOnceElementsOf(PUBLIC).isSubsetOf(PUBLIC);
        assertThat(redacted).isGreaterThan(20);
    }

    private static int collect(Pattern names, List<String> shown) {
        int redacted = 0;
        for (Path file : models()) {
            Matcher attribute = ATTRIBUTE.matcher(Sources.read(file));
            while (attribute.find()) {
                if (!names.matcher(attribute.group(2)).matches()) {
                    continue;
                }
                if (attribute.group(1).contains("@Redacted")) {
                    redacted++;
                } else {
                    shown.add(file.getFileName() + " shows " + attribute.group(2));
                }
            }
        }
        return redacted;
    }

    /** The generator's own annotation is gone at run time, when a model is printed. */
    @Test
    void givenModels_whenRead_thenRedactionIsOurs() {
        assertThat(models()).noneMatch(file -> Sources.read(file).contains("@Value." + "Redacted"));
    }

    /** The models, and the interfaces from which they have attributes. */
    private static List<Path> models() {
        List<Path> all = Sources.files(".java").stream()
                .filter(file -> file.toString().contains("/src/main/java/"))
                .toList();
        List<Path> models = new ArrayList<>(all.stream()
                .filter(file -> Sources.read(file).contains("@Value.Immutable"))
                .toList());
        for (int i = 0; i < models.size(); i++) {
            List<Path> parents = parents(models.get(i), all);
            parents.removeAll(models);
            models.addAll(parents);
        }
        return models;
    }

    /** Found by their names: one name too many is read in vain, none is missed. */
    private static List<Path> parents(Path model, List<Path> all) {
        Matcher declared = PARENTS.matcher(Sources.read(model));
        List<Path> parents = new ArrayList<>();
        while (declared.find()) {
            for (String parent : declared.group(1).split(",")) {
                String name = parent.strip().replaceAll("<.*", "") + ".java";
                all.stream().filter(file -> file.endsWith(name)).forEach(parents::add);
            }
        }
        return parents;
    }
}
