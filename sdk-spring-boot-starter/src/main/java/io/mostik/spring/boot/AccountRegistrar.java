package io.mostik.spring.boot;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.util.StringUtils;

/**
 * Defines a bean for each named account of a vendor: {@code mostik.remonline.accounts.kyiv.api-key} makes the client
 * {@code kyivRemOnline}, which is also found by {@code @Qualifier("kyiv")}. Two names that differ only in dashes are refused: an environment
 * variable cannot tell them apart, so that each would have half of the properties.
 */
class AccountRegistrar implements ImportBeanDefinitionRegistrar {

    private static final Bindable<Map<String, Object>> ANY = Bindable.mapOf(String.class, Object.class);
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");

    private final Environment environment;
    private final String vendor;
    private final List<String> properties;
    private final ResolvableType type;
    private final String bean;

    /**
     * Creates a registrar.
     *
     * @param bean name of the bean without an account
     * @param properties of which an account must have one to get the bean
     */
    AccountRegistrar(Environment environment, String vendor, ResolvableType type, String bean, String... properties) {
        this.environment = environment;
        this.vendor = vendor;
        this.type = type;
        this.bean = bean;
        this.properties = List.of(properties);
    }

    @Override
    public void registerBeanDefinitions(AnnotationMetadata metadata, BeanDefinitionRegistry registry) {
        for (String account : accounts()) {
            String name = account + StringUtils.capitalize(bean);
            if (isConfigured(account) && !registry.containsBeanDefinition(name)) {
                registry.registerBeanDefinition(name, definition(account));
            }
        }
    }

    private RootBeanDefinition definition(String account) {
        RootBeanDefinition definition = new RootBeanDefinition();
        definition.setTargetType(type);
        definition.setFactoryBeanName(bean + "Accounts");
        definition.setFactoryMethodName("of");
        definition.getConstructorArgumentValues().addIndexedArgumentValue(0, account);
        definition.addQualifier(new AutowireCandidateQualifier(Qualifier.class, account));
        return definition;
    }

    private Set<String> accounts() {
        String prefix = "mostik." + vendor + ".accounts";
        Set<String> names =
                Binder.get(environment).bind(prefix, ANY).map(Map::keySet).orElse(Set.of());
        Map<String, String> known = new HashMap<>();
        for (String name : names) {
            if (!NAME.matcher(name).matches() || name.equals(ClientId.DEFAULT)) {
                throw new IllegalArgumentException("the account " + prefix + "." + name
                        + " must be named by lower-case letters, digits and dashes, a letter first, and not default");
            }
            String other = known.put(name.replace("-", ""), name);
            if (other != null) {
                throw new IllegalArgumentException("the accounts " + prefix + "." + other + " and " + name
                        + " differ only in dashes: an environment variable cannot tell them apart");
            }
        }
        return names;
    }

    private boolean isConfigured(String account) {
        return properties.stream()
                .anyMatch(property -> Binder.get(environment)
                        .bind("mostik." + vendor + ".accounts." + account + "." + property, Object.class)
                        .isBound());
    }
}
