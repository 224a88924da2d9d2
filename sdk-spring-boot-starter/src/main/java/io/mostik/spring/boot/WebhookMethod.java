package io.mostik.spring.boot;

import io.mostik.core.webhook.WebhookReply;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.UndeclaredThrowableException;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.core.ResolvableType;
import org.springframework.util.ReflectionUtils;

/**
 * A method that handles events.
 *
 * @param bean name of its bean
 * @param method the method
 * @param settings its annotation
 */
record WebhookMethod(String bean, Method method, WebhookHandler settings) {

    WebhookMethod {
        if (method.getParameterCount() != 1) {
            throw new IllegalStateException("@WebhookHandler " + method + " must have one parameter, the event");
        }
    }

    ResolvableType event() {
        return ResolvableType.forMethodParameter(method, 0);
    }

    boolean answers() {
        return WebhookReply.class.isAssignableFrom(method.getReturnType());
    }

    /** Calls it. What it throws comes out as it is. */
    @Nullable
    Object call(BeanFactory beans, Object event) {
        Object target = beans.getBean(bean);
        Method invocable = AopUtils.selectInvocableMethod(method, target.getClass());
        ReflectionUtils.makeAccessible(invocable);
        try {
            return invocable.invoke(target, event);
        } catch (InvocationTargetException e) {
            ReflectionUtils.rethrowRuntimeException(e.getTargetException());
            throw new IllegalStateException(e);
        } catch (IllegalAccessException e) {
            throw new UndeclaredThrowableException(e);
        }
    }

    @Override
    public String toString() {
        return bean + "." + method.getName();
    }
}
