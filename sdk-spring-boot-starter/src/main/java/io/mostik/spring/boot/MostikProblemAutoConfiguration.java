package io.mostik.spring.boot;

import io.mostik.bankcards.workflow.CardRefusedException;
import io.mostik.salesautopilot.workflow.MarketingRefusedException;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.DispatcherServlet;

/** Problem details for failures of vendors. */
@AutoConfiguration
@ConditionalOnClass(DispatcherServlet.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnProperty(name = "mostik.problem-details", havingValue = "true", matchIfMissing = true)
class MostikProblemAutoConfiguration {

    @Bean
    SdkProblems mostikProblems() {
        return new SdkProblems();
    }

    /** Company cards. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(CardRefusedException.class)
    static class Cards {

        @Bean
        CardProblems mostikCardProblems() {
            return new CardProblems();
        }
    }

    /** Marketing. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(MarketingRefusedException.class)
    static class Marketing {

        @Bean
        MarketingProblems mostikMarketingProblems() {
            return new MarketingProblems();
        }
    }
}
