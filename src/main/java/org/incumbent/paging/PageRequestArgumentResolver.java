package org.incumbent.paging;

import java.util.ArrayList;
import java.util.List;

import graphql.language.Field;
import graphql.language.Selection;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.SelectedField;

import org.springframework.core.MethodParameter;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolver;
import org.springframework.stereotype.Component;

/**
 * Lets the controller method of a connection take its paging arguments as one.
 */
@Component
class PageRequestArgumentResolver implements HandlerMethodArgumentResolver {

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == PageRequest.class;
	}

	@Override
	public PageRequest resolveArgument(MethodParameter parameter, DataFetchingEnvironment environment) {
		boolean rows = false;
		boolean total = false;
		for (String field : fields(environment)) {
			boolean isTotal = field.equals("totalCount");
			total |= isTotal;
			// Apollo's clients add __typename to whatever they ask for
			rows |= !isTotal && !field.equals("__typename");
		}
		return new PageRequest(environment.getArgument("first"), environment.getArgument("after"),
				environment.getArgument("last"), environment.getArgument("before"), rows || !total, total);
	}

	/**
	 * The fields that the client wants of the connection. Where a fragment or a directive
	 * may add or take some, graphql-java tells, which looks at all that is within them.
	 */
	private static List<String> fields(DataFetchingEnvironment environment) {
		List<String> names = new ArrayList<>();
		for (Field connection : environment.getMergedField().getFields()) {
			for (Selection<?> selection : connection.getSelectionSet().getSelections()) {
				if (!(selection instanceof Field field) || !field.getDirectives().isEmpty()) {
					return environment.getSelectionSet()
						.getImmediateFields()
						.stream()
						.map(SelectedField::getName)
						.toList();
				}
				names.add(field.getName());
			}
		}
		return names;
	}

}
