package org.incumbent.web;

import java.util.List;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * Serves GraphiQL, where queries are tried out, and the example queries for its tabs.
 */
@Controller
class GraphiqlController {

	private final ExampleQueries examples;

	GraphiqlController(ExampleQueries examples) {
		this.examples = examples;
	}

	@GetMapping({ "/graphiql", "/graphiql/" })
	String page() {
		return "forward:/graphiql/index.html";
	}

	@GetMapping("/graphiql/examples.json")
	@ResponseBody
	List<ExampleQuery> examples() {
		return this.examples.list();
	}

}
