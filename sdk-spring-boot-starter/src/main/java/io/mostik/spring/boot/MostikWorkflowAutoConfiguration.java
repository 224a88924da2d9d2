package io.mostik.spring.boot;

import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.workflow.CardWorkflows;
import io.mostik.core.StateStore;
import io.mostik.pbx.vcclive.VccLive;
import io.mostik.pbx.vcclive.workflow.VccWorkflows;
import io.mostik.pbx.workflow.PbxWorkflows;
import io.mostik.remonline.RemOnline;
import io.mostik.remonline.workflow.RemOnlineFeeds;
import io.mostik.salesautopilot.SalesAutopilot;
import io.mostik.salesautopilot.workflow.MarketingWorkflows;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The workflows of each client, over the one store. */
@AutoConfiguration(
        after = {
            MostikStoreAutoConfiguration.class,
            TBankAutoConfiguration.class,
            RemOnlineAutoConfiguration.class,
            SalesAutopilotAutoConfiguration.class,
            VccLiveAutoConfiguration.class,
            PbxAutoConfiguration.class
        })
@ConditionalOnSingleCandidate(StateStore.class)
class MostikWorkflowAutoConfiguration {

    /** Company cards. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(TBank.class)
    @ConditionalOnSingleCandidate(TBank.class)
    static class Cards {

        @Bean
        @ConditionalOnMissingBean
        CardWorkflows cardWorkflows(TBank bank, StateStore store) {
            return CardWorkflows.of(bank, store);
        }
    }

    /** Changes at RemOnline. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(RemOnline.class)
    @ConditionalOnSingleCandidate(RemOnline.class)
    static class RepairShop {

        @Bean
        @ConditionalOnMissingBean
        RemOnlineFeeds remOnlineFeeds(RemOnline remonline, StateStore store) {
            return RemOnlineFeeds.of(remonline, store);
        }
    }

    /** Marketing. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(SalesAutopilot.class)
    @ConditionalOnSingleCandidate(SalesAutopilot.class)
    static class Marketing {

        @Bean
        @ConditionalOnMissingBean
        MarketingWorkflows marketingWorkflows(SalesAutopilot sales, StateStore store) {
            return MarketingWorkflows.of(sales, store);
        }
    }

    /** The contact centre. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(VccLive.class)
    @ConditionalOnSingleCandidate(VccLive.class)
    static class ContactCentre {

        @Bean
        @ConditionalOnMissingBean
        VccWorkflows vccWorkflows(VccLive vcc, StateStore store) {
            return VccWorkflows.of(vcc, store);
        }
    }

    /** Calls of a PBX, which need no client of it. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(PbxWorkflows.class)
    static class Telephony {

        @Bean
        @ConditionalOnMissingBean
        PbxWorkflows pbxWorkflows(StateStore store) {
            return PbxWorkflows.of(store);
        }
    }
}
