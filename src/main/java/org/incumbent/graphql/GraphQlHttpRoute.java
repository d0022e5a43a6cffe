package org.incumbent.graphql;

import java.io.IOException;
import java.util.function.Supplier;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.function.SingletonSupplier;

/**
 * Has Tomcat give what comes to {@code /graphql} to {@link GraphQlHandler}, and the rest
 * to Spring's own.
 */
@Configuration(proxyBeanMethods = false)
class GraphQlHttpRoute {

	@Bean
	ServletRegistrationBean<GraphQlServlet> graphQlServlet(ObjectProvider<GraphQlHandler> handlers) {
		return new ServletRegistrationBean<>(new GraphQlServlet(handlers), "/graphql");
	}

	@Bean
	FilterRegistrationBean<ContentTypeFilter> contentTypeFilter() {
		FilterRegistrationBean<ContentTypeFilter> filter = new FilterRegistrationBean<>(new ContentTypeFilter());
		filter.addServletNames(DispatcherServletAutoConfiguration.DEFAULT_DISPATCHER_SERVLET_BEAN_NAME);
		return filter;
	}

	/**
	 * Looks for its handler when somebody asks, since servlets are made before everything
	 * else.
	 */
	static final class GraphQlServlet extends HttpServlet {

		private final transient Supplier<GraphQlHandler> handler;

		GraphQlServlet(ObjectProvider<GraphQlHandler> handlers) {
			this.handler = SingletonSupplier.of(handlers::getObject);
		}

		@Override
		protected void service(HttpServletRequest request, HttpServletResponse response)
				throws ServletException, IOException {
			this.handler.get().handleRequest(request, response);
		}

	}

}
