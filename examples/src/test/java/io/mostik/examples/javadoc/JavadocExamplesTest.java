package io.mostik.examples.javadoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles the examples in the Javadoc, and asks for one at each type where a reader begins. */
@Tag("any-jdk")
class JavadocExamplesTest {

    private static final Set<String> ENTRY_TYPES = Set.of(
            "TBank",
            "Tid",
            "CardWorkflows",
            "CardDirectory",
            "Allowances",
            "Approvals",
            "ShopCards",
            "Dismissals",
            "PbxClient",
            "Vipex",
            "PbxWebhooks",
            "PbxWorkflows",
            "CallTracker",
            "ScreenPop",
            "VccLive",
            "VccWebhooks",
            "VccWorkflows",
            "RecordSync",
            "DispositionSync",
            "SalesAutopilot",
            "MarketingWorkflows",
            "SignUps",
            "PaymentLedger",
            "PurchaseHistory",
            "ConsentWorkflow",
            "CostMeter",
            "RemOnline",
            "RemOnlineLegacy",
            "RemOnlineWebhooks",
            "RemOnlineFeeds",
            "DeletionSweep",
            "HubConnection",
            "RemOnlineConnector",
            "Paged",
            "Call",
            "ApiClient",
            "SdkException",
            "LongOperation",
            "Async",
            "StateStore",
            "JdbcStateStore",
            "WebhookReceiver",
            "Once",
            "OnceWrites",
            "Inbox",
            "Feed",
            "Bridge",
            "BridgeLinks",
            "Gateway",
            "LinkFile",
            "TBankSimulator",
            "VipexSimulator",
            "VccLiveSimulator",
            "SalesAutopilotSimulator",
            "RemOnlineSimulator",
            "overview");

    /** They are parts of classes, or need other libraries. */
    private static final Set<String> FRAGMENTS = Set.of(
            "AsyncExample2",
            "CallListenerExample1",
            "JsonCodecExample1",
            "OpenValueExample1",
            "ResourcesExample1",
            "WebhookAuthenticationExample1");

    @TempDir
    Path work;

    @Test
    void givenExamples_whenCompiled_thenNothingIsComplainedOf() throws Exception {
        List<String> complaints = complaints(JavadocExample.all().stream()
                .filter(example -> !FRAGMENTS.contains(example.className()))
                .toList());

        assertThat(complaints).isEmpty();
    }

    @Test
    void givenEntryTypes_whenLookedAt_thenEachShowsAnExample() throws Exception {
        Set<String> shown =
                JavadocExample.all().stream().map(JavadocExample::type).collect(Collectors.toSet());

        assertThat(shown).containsAll(ENTRY_TYPES);
    }

    private List<String> complaints(List<JavadocExample> examples) throws Exception {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        List<Source> sources = new ArrayList<>();
        for (JavadocExample example : examples) {
            sources.add(new Source(example));
        }
        try (StandardJavaFileManager files = compiler.getStandardFileManager(found, null, null)) {
            List<String> options = List.of(
                    "-d",
                    work.toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    "-proc:none",
                    "-Xmaxerrs",
                    "500");
            compiler.getTask(null, files, found, options, null, sources).call();
        }
        return found.getDiagnostics().stream()
                .filter(one -> one.getKind() == Diagnostic.Kind.ERROR)
                .map(JavadocExamplesTest::said)
                .toList();
    }

    private static String said(Diagnostic<? extends JavaFileObject> one) {
        String text = one.getMessage(Locale.ROOT);
        return one.getSource() instanceof Source source ? source.example + ": " + text : text;
    }

    private static final class Source extends SimpleJavaFileObject {

        private final JavadocExample example;
        private final String text;

        Source(JavadocExample example) throws Exception {
            super(URI.create("string:///" + example.className() + ".java"), Kind.SOURCE);
            this.example = example;
            this.text = example.asClass();
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
