package org.incumbent.graphql;

import org.incumbent.store.StoreOpening;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Has Tomcat give what comes to {@code /graphql} to {@link GraphQlServlet}, and the rest
 * to Spring's own.
 */
@Configuration(proxyBeanMethods = false)
class GraphQlHttpRoute {

	@Bean
	ServletRegistrationBean<GraphQlServlet> graphQlServlet(Answering answering, RequestReader reader,
			StoreOpening store, LimitProperties limits) {
		return new ServletRegistrationBean<>(new GraphQlServlet(answering, reader, store, limits), GraphQlServlet.PATH);
	}

	@Bean
	FilterRegistrationBean<ContentTypeFilter> contentTypeFilter() {
		FilterRegistrationBean<ContentTypeFilter> filter = new FilterRegistrationBean<>(new ContentTypeFilter());
		filter.addServletNames(DispatcherServletAutoConfiguration.DEFAULT_DISPATCHER_SERVLET_BEAN_NAME);
		return filter;
	}

}
