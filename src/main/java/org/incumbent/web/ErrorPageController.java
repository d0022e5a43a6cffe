package org.incumbent.web;

import java.util.Map;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Says in a line what went wrong outside of GraphQL, as HTML to a browser and as JSON to
 * everybody else, and nothing about the inside of the server.
 */
@Controller
class ErrorPageController implements ErrorController {

	private static final String PAGE = """
			<!DOCTYPE html>
			<html lang="en-GB">
			<head>
			<meta charset="utf-8">
			<meta name="viewport" content="width=device-width, initial-scale=1">
			<meta name="color-scheme" content="light dark">
			<title>%1$s - Incumbent</title>
			<link rel="icon" href="/favicon.svg" type="image/svg+xml">
			<link rel="stylesheet" href="/site.css">
			</head>
			<body>
			<main>
			<h1>%1$s</h1>
			<p>%2$s</p>
			<p><a href="/">Incumbent's home page</a></p>
			</main>
			</body>
			</html>
			""";

	@RequestMapping(path = "/error", produces = MediaType.TEXT_HTML_VALUE)
	ResponseEntity<String> page(HttpServletRequest request, HttpServletResponse response) {
		HttpStatus status = status(request);
		RequestId.give(request, response);
		return ResponseEntity.status(status)
			.cacheControl(CacheControl.noStore())
			.contentType(MediaType.TEXT_HTML)
			.body(PAGE.formatted(status.getReasonPhrase(), message(status)));
	}

	@RequestMapping("/error")
	ResponseEntity<Map<String, Object>> json(HttpServletRequest request, HttpServletResponse response) {
		HttpStatus status = status(request);
		return ResponseEntity.status(status)
			.cacheControl(CacheControl.noStore())
			.contentType(MediaType.APPLICATION_JSON)
			.body(Map.of("status", status.value(), "message", message(status), "request",
					RequestId.give(request, response)));
	}

	private static HttpStatus status(HttpServletRequest request) {
		Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
		HttpStatus status = (code instanceof Integer number) ? HttpStatus.resolve(number) : null;
		// no error led here: somebody asked for this very address
		return (status != null) ? status : HttpStatus.NOT_FOUND;
	}

	private static String message(HttpStatus status) {
		if (status == HttpStatus.NOT_FOUND) {
			return "There is nothing at this address. Queries go to /graphql and can be tried out at /graphiql.";
		}
		if (status.is4xxClientError()) {
			return "This address does not take such a request. Queries go to /graphql and can be tried out at /graphiql.";
		}
		return "The server failed to answer this. Try again later.";
	}

}
