package org.incumbent.web;

import org.springframework.boot.actuate.autoconfigure.web.server.ConditionalOnManagementPort;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;

/**
 * Has health and figures on a port of their own come with the same headers as everything
 * else, but for the permission to read them from any page: they are for whoever runs the
 * server. That port has a server of its own, which the application's valves do not see; a
 * file below {@code META-INF/spring} makes this known to it.
 */
@ConditionalOnManagementPort(ManagementPortType.DIFFERENT)
class ManagementHeaders {

	@Bean
	static WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> contentSecurityOfManagement() {
		return (server) -> server.addEngineValves(new ContentSecurity());
	}

}
