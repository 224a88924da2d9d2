package io.mostik.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.workflow.CardWorkflows;
import io.mostik.core.JdbcStateStore;
import io.mostik.core.StateStore;
import io.mostik.core.http.SdkRuntime;
import io.mostik.pbx.PbxClient;
import io.mostik.pbx.vcclive.VccLive;
import io.mostik.pbx.vcclive.workflow.VccWorkflows;
import io.mostik.pbx.workflow.PbxWorkflows;
import io.mostik.remonline.RemOnline;
import io.mostik.remonline.workflow.RemOnlineFeeds;
import io.mostik.salesautopilot.SalesAutopilot;
import io.mostik.salesautopilot.workflow.MarketingWorkflows;
import io.mostik.testing.remonline.RemOnlineSimulator;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class ClientsTest {

    private static final String[] ALL = {
        "mostik.remonline.api-key=k1",
        "mostik.tbank.token=k2",
        "mostik.pbx.base-uri=https://pbx.example",
        "mostik.pbx.username=u",
        "mostik.pbx.password=k3",
        "mostik.vcclive.customer=acme",
        "mostik.vcclive.token=k4",
        "mostik.salesautopilot.username=u",
        "mostik.salesautopilot.password=k5"
    };

    @Test
    void givenCredentialsOfAllVendors_whenStarted_thenEachHasAClient() {
        Starter.context().withPropertyValues(ALL).run(context -> {
            assertThat(context)
                    .hasSingleBean(RemOnline.class)
                    .hasSingleBean(TBank.class)
                    .hasSingleBean(PbxClient.class)
                    .hasSingleBean(VccLive.class)
                    .hasSingleBean(SalesAutopilot.class)
                    .hasSingleBean(SdkRuntime.class);
            assertThat(context).doesNotHaveBean(StateStore.class).doesNotHaveBean(CardWorkflows.class);
        });
    }

    @Test
    void givenNoCredentials_whenStarted_thenThereIsNoClient() {
        Starter.context()
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean(RemOnline.class)
                        .doesNotHaveBean(TBank.class));
    }

    @Test
    void givenOneVendorModule_whenStarted_thenOthersAreNotMissed() {
        Starter.context()
                .withPropertyValues("mostik.remonline.api-key=k1")
                .withClassLoader(new FilteredClassLoader(
                        "io.mostik.bankcards",
                        "io.mostik.pbx",
                        "io.mostik.salesautopilot",
                        "io.mostik.micrometer",
                        "io.mostik.testing",
                        "io.micrometer",
                        "org.springframework.jdbc",
                        "org.springframework.boot.actuate",
                        "org.springframework.boot.health",
                        "jakarta.servlet",
                        "tools.jackson"))
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(RemOnline.class));
    }

    @Test
    void givenSeveralAccounts_whenInjected_thenEachIsFoundByItsName() {
        try (RemOnlineSimulator kyiv = RemOnlineSimulator.start();
                RemOnlineSimulator lviv = RemOnlineSimulator.start()) {
            long order = lviv.seedOrder();

            Starter.context()
                    .withUserConfiguration(TwoShops.class)
                    .withPropertyValues(
                            "mostik.remonline.accounts.kyiv.api-key=" + kyiv.apiKey(),
                            "mostik.remonline.accounts.kyiv.base-uri=" + kyiv.v2Uri(),
                            "mostik.remonline.accounts.lviv.api-key=" + lviv.apiKey(),
                            "mostik.remonline.accounts.lviv.base-uri=" + lviv.v2Uri())
                    .run(context -> {
                        TwoShops shops = context.getBean(TwoShops.class);
                        assertThat(context.getBeansOfType(RemOnline.class))
                                .containsOnlyKeys("kyivRemOnline", "lvivRemOnline");
                        assertThat(shops.lviv().orders().get(order).id()).isEqualTo(order);
                        assertThat(kyiv.journal().all()).isEmpty();
                    });
        }
    }

    @Test
    void givenUnreadableSetting_whenStarted_thenNamesTheProperty() {
        Starter.context()
                .withPropertyValues("mostik.vcclive.token=k4")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageStartingWith("mostik.vcclive.customer is not set"));
    }

    @Test
    void givenKeyThatCannotBe_whenStarted_thenTheFailureDoesNotShowIt() {
        Starter.context()
                .withPropertyValues("mostik.remonline.api-key=canary\u0007key")
                .run(context -> {
                    StringWriter shown = new StringWriter();
                    context.getStartupFailure().printStackTrace(new PrintWriter(shown));
                    assertThat(shown.toString())
                            .contains("mostik.remonline.api-key is not set, blank, or holds")
                            .doesNotContain("canary");
                });
    }

    @Test
    void givenCustomizers_whenStarted_thenEachClientPassesThem() {
        Starter.context()
                .withUserConfiguration(Customizers.class)
                .withPropertyValues(ALL)
                .run(context -> assertThat(context.getBean(Customizers.class).seen)
                        .contains("http remonline", "http tbank", "http pbx", "builder remonline"));
    }

    @Test
    void givenDataSource_whenStarted_thenStoreAndWorkflowsAreThere() {
        Starter.context()
                .withUserConfiguration(Database.class)
                .withPropertyValues(ALL)
                .run(context -> assertThat(context)
                        .hasSingleBean(JdbcStateStore.class)
                        .hasSingleBean(CardWorkflows.class)
                        .hasSingleBean(RemOnlineFeeds.class)
                        .hasSingleBean(MarketingWorkflows.class)
                        .hasSingleBean(VccWorkflows.class)
                        .hasSingleBean(PbxWorkflows.class)
                        .hasSingleBean(Outboxes.class));
    }

    @Test
    void givenProperties_whenPrinted_thenNoSecretIsShown() {
        Starter.context()
                .withPropertyValues(
                        "mostik.remonline.api-key=canary-1",
                        "mostik.http.proxy-host=proxy.example",
                        "mostik.http.proxy-port=3128",
                        "mostik.http.proxy-user=u",
                        "mostik.http.proxy-password=canary-2")
                .run(context -> assertThat(
                                context.getBean(RemOnlineProperties.class).toString()
                                        + context.getBean(MostikProperties.class))
                        .contains("apiKey=***")
                        .doesNotContain("canary"));
    }

    @Configuration(proxyBeanMethods = false)
    static class TwoShops {

        private final RemOnline lviv;

        TwoShops(@Qualifier("kyiv") RemOnline kyiv, @Qualifier("lviv") RemOnline lviv) {
            this.lviv = lviv;
            assertThat(kyiv).isNotSameAs(lviv);
        }

        RemOnline lviv() {
            return lviv;
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Database {

        @Bean
        DataSource dataSource() {
            JdbcDataSource database = new JdbcDataSource();
            database.setURL("jdbc:h2:mem:clients;DB_CLOSE_DELAY=-1");
            return database;
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Customizers {

        final List<String> seen = new ArrayList<>();

        @Bean
        HttpCustomizer http() {
            return (client, http) -> seen.add("http " + client);
        }

        @Bean
        ClientCustomizer<RemOnline.Builder> remonline() {
            return (client, builder) -> seen.add("builder " + client);
        }
    }
}
