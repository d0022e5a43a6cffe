package org.incumbent.web;

import java.util.List;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * Serves the home page, and GraphiQL, where queries are tried out, with the example
 * queries for its tabs; to everybody, whatever they would rather have.
 */
@Controller
class GraphiqlController {

	private final ExampleQueries examples;

	GraphiqlController(ExampleQueries examples) {
		this.examples = examples;
	}

	@GetMapping("/")
	String home() {
		return "forward:/index.html";
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
