package org.incumbent.web;

import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.tomcat.autoconfigure.TomcatServerProperties;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Has Tomcat answer in {@link RequestThreads}, at most {@code server.tomcat.threads.max}
 * of them.
 */
@Configuration(proxyBeanMethods = false)
class RequestThreadsConfiguration {

	private static final int FEW = Math.max(4, 2 * Runtime.getRuntime().availableProcessors());

	@Bean(destroyMethod = "shutdown")
	RequestThreads requestThreads(TomcatServerProperties tomcat) {
		return new RequestThreads(Math.min(FEW, tomcat.getThreads().getMax()), tomcat.getThreads().getMax());
	}

	@Bean
	WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> requestThreadsOfTomcat(RequestThreads threads) {
		return (server) -> server.addProtocolHandlerCustomizers((protocol) -> protocol.setExecutor(threads));
	}

}
