package io.mostik.spring.boot;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.JacksonModule;

/** The application's own mapper, where it is Jackson 3. Jackson 2 needs nothing. */
@AutoConfiguration
@ConditionalOnClass(JacksonModule.class)
class MostikJacksonAutoConfiguration {

    @Bean
    JacksonModule mostikModels() {
        return new ModelModule();
    }
}
