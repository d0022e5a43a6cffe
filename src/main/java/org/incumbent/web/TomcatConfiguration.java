package org.incumbent.web;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.tomcat.autoconfigure.TomcatServerProperties;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.RequestContextFilter;

/**
 * Has Tomcat answer in {@link RequestThreads}, at most {@code server.tomcat.threads.max}
 * of them, set what every response has, and time requests.
 */
@Configuration(proxyBeanMethods = false)
public class TomcatConfiguration {

	private static final int FEW = Math.max(4, 2 * Runtime.getRuntime().availableProcessors());

	@Bean(destroyMethod = "shutdown")
	RequestThreads requestThreads(TomcatServerProperties tomcat) {
		return new RequestThreads(Math.min(FEW, tomcat.getThreads().getMax()), tomcat.getThreads().getMax());
	}

	@Bean
	WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> incumbentsTomcat(RequestThreads threads,
			ObjectProvider<MeterRegistry> meters) {
		return (server) -> {
			server.addProtocolHandlerCustomizers((protocol) -> protocol.setExecutor(threads));
			server.addEngineValves(new RequestId(), new HeadersAsBytes(), new ContentSecurity(), new OpenReading(),
					new UnreadableRequests());
			meters.ifAvailable((registry) -> server.addEngineValves(new RequestTimes(registry)));
		};
	}

	@Bean
	FilterRegistrationBean<Filter> patternsOfFailures() {
		FilterRegistrationBean<Filter> filter = new FilterRegistrationBean<>(RequestTimes.keepingPatterns());
		filter.setDispatcherTypes(DispatcherType.ERROR);
		return filter;
	}

	/**
	 * Spring's servlet does the same for whatever it answers.
	 */
	@Bean
	FilterRegistrationBean<RequestContextFilter> noRequestContextBeforeTheServlet() {
		FilterRegistrationBean<RequestContextFilter> none = new FilterRegistrationBean<>(new RequestContextFilter());
		none.setEnabled(false);
		return none;
	}

}
