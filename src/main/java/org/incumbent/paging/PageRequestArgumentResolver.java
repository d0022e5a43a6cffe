package org.incumbent.paging;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.SelectedField;

import org.springframework.core.MethodParameter;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolver;
import org.springframework.stereotype.Component;

/**
 * Lets the controller method of a connection take its paging arguments as one.
 */
@Component
public class PageRequestArgumentResolver implements HandlerMethodArgumentResolver {

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == PageRequest.class;
	}

	@Override
	public PageRequest resolveArgument(MethodParameter parameter, DataFetchingEnvironment environment) {
		boolean rows = false;
		boolean total = false;
		for (SelectedField field : environment.getSelectionSet().getImmediateFields()) {
			boolean isTotal = field.getName().equals("totalCount");
			total |= isTotal;
			rows |= !isTotal;
		}
		return new PageRequest(environment.getArgument("first"), environment.getArgument("after"),
				environment.getArgument("last"), environment.getArgument("before"), rows, total);
	}

}
