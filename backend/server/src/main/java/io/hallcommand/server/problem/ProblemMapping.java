package io.hallcommand.server.problem;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;

import io.hallcommand.server.journal.JournalUnavailableException;
import io.hallcommand.server.live.HallBusyException;
import io.hallcommand.server.live.NoSuchHallException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTransientException;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.TypeMismatchException;
import org.springframework.core.MethodParameter;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpMethod;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.NotAcceptableStatusException;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;

/**
 * The problem that an exception stands for, on every transport.
 */
public final class ProblemMapping {

	private ProblemMapping() {
	}

	/**
	 * The problem behind an exception; a 500 for one that should not have happened.
	 */
	public static Problem of(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			Problem known = known(cause);
			if (known != null) {
				return known;
			}
		}
		return (failure instanceof ErrorResponse response) ? of(response) : Problems.internal();
	}

	private static @Nullable Problem known(Throwable failure) {
		return switch (failure) {
			case ProblemException ex -> ex.problem();
			case JournalUnavailableException _ -> Problems.journalUnavailable();
			case HallBusyException _ -> Problems.busy();
			case NoSuchHallException ex -> Problems.noSuchHall(ex.hall());
			case RejectedExecutionException _ -> Problems.busy();
			case TimeoutException _ -> Problems.journalUnavailable();
			case IOException _ -> Problems.journalUnavailable();
			case R2dbcTransientException _ -> Problems.journalUnavailable();
			case R2dbcNonTransientResourceException _ -> Problems.journalUnavailable();
			case DataAccessResourceFailureException _ -> Problems.journalUnavailable();
			case TransientDataAccessException _ -> Problems.journalUnavailable();
			case DataBufferLimitException _ -> Problems.tooLarge("The body is over the limit. Send it in parts.");
			case ServerWebInputException ex when ex.getCause() instanceof TypeMismatchException mismatch ->
				Problems.badRequest(parameter(ex) + " cannot be '" + mismatch.getValue() + "'.");
			case MethodNotAllowedException ex -> Problems.methodNotAllowed(ex.getHttpMethod(),
					ex.getSupportedMethods().stream().map(HttpMethod::name).sorted().toList());
			case UnsupportedMediaTypeStatusException ex -> Problems.unsupportedMediaType(((ex.getContentType() != null)
					? "'" + ex.getContentType() + "' is not understood here" : "The request has no Content-Type")
					+ (ex.getSupportedMediaTypes().isEmpty() ? "." : "; " + ex.getSupportedMediaTypes() + " is."));
			case NotAcceptableStatusException ex ->
				Problems.notAcceptable("The answer can be had as " + ex.getSupportedMediaTypes() + ".");
			default -> null;
		};
	}

	private static String parameter(ServerWebInputException failure) {
		MethodParameter parameter = failure.getMethodParameter();
		String name = (parameter != null) ? parameter.getParameterName() : null;
		return (name != null) ? "The parameter '" + name + "'" : "A parameter";
	}

	private static Problem of(ErrorResponse response) {
		String detail = response.getBody().getDetail();
		int status = response.getStatusCode().value();
		if (response.getBody().getType() != null && response.getBody().getType().getPath() != null
				&& response.getBody().getType().getPath().startsWith("/problems/")) {
			return own(response.getBody());
		}
		return switch (status) {
			case 400 -> Problems.badRequest((detail != null) ? detail : "The request is not as it should be.");
			case 404 -> Problems
				.notFound("Nothing answers to this address. GET /api/openapi lists the addresses of this server.");
			case 413 -> Problems.tooLarge("The body is over the limit. Send it in parts.");
			case 500 -> Problems.internal();
			default -> Problem.of(status, "http-" + status,
					(response.getBody().getTitle() != null) ? response.getBody().getTitle() : "HTTP " + status,
					(detail != null) ? detail : "The server answers with status " + status + ".");
		};
	}

	/** One that was made in this server already. */
	private static Problem own(ProblemDetail body) {
		String title = body.getTitle();
		String detail = body.getDetail();
		Problem problem = new Problem(body.getStatus(), String.valueOf(body.getType()),
				(title != null) ? title : "HTTP " + body.getStatus(), (detail != null) ? detail : "",
				new LinkedHashMap<>(), new LinkedHashMap<>());
		if (body.getProperties() != null) {
			for (Map.Entry<String, ?> property : body.getProperties().entrySet()) {
				Object value = property.getValue();
				problem = (value != null) ? problem.with(property.getKey(), value) : problem;
			}
		}
		return problem;
	}

}
