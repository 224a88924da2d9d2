package io.mostik.spring.boot;

import io.mostik.core.StateStore;
import io.mostik.core.once.Once;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;

/** The engine for what must happen once, over the one store. */
@AutoConfiguration(after = MostikStoreAutoConfiguration.class)
@ConditionalOnSingleCandidate(StateStore.class)
class MostikOnceAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Once mostikOnce(StateStore store) {
        return Once.over(store);
    }
}
