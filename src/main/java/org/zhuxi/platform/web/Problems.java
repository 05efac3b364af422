package org.zhuxi.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Refused;
import org.zhuxi.platform.database.GroupCommit;
import org.zhuxi.platform.database.Outage;
import org.zhuxi.platform.log.Failures;
import org.zhuxi.platform.log.RequestIds;

/** Turns whatever goes wrong into RFC 9457 for programs and into a page for people, with the same status and words. */
@ControllerAdvice
class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String RETRY_AFTER_SECONDS = "5";

    private final ProblemWriter writer;
    private final PageMaker pages;

    Problems(ProblemWriter writer, PageMaker pages) {
        this.writer = writer;
        this.pages = pages;
    }

    @ExceptionHandler
    Object on(Refused refused, HttpServletRequest request) {
        if (refused.problem().kind() == Problem.Kind.FORBIDDEN) {
            RefusedAccess.note(refused.problem().slug(), request);
        }
        return answer(refused.problem(), request);
    }

    @ExceptionHandler
    Object on(HttpMessageNotReadableException unreadable, HttpServletRequest request) {
        return BodyLimit.isExceededIn(unreadable)
                ? answer(BodyLimit.problem(), request)
                : answer(Problem.of("unreadable", Problem.Kind.INVALID), HttpStatus.BAD_REQUEST, request);
    }

    @ExceptionHandler
    Object on(MethodArgumentNotValidException invalid, HttpServletRequest request) {
        var fields = invalid.getBindingResult().getFieldErrors().stream()
                .map(error -> new Problem.Field(
                        error.getField(),
                        "field." + String.valueOf(error.getCode()).toLowerCase(java.util.Locale.ROOT),
                        List.of()))
                .toList();
        return answer(new Problem("invalid", Problem.Kind.INVALID, List.of(), fields), request);
    }

    @ExceptionHandler
    Object on(MaxUploadSizeExceededException tooLarge, HttpServletRequest request) {
        return answer(Problem.of("upload-too-large", Problem.Kind.TOO_LARGE), request);
    }

    /** A body that says it has parts and has none that can be read. */
    @ExceptionHandler
    Object on(MultipartException unreadable, HttpServletRequest request) {
        return answer(Problem.of("unreadable", Problem.Kind.INVALID), HttpStatus.BAD_REQUEST, request);
    }

    /** A part of the address or a field that is no id, number or day. */
    @ExceptionHandler
    Object on(TypeMismatchException unreadable, HttpServletRequest request) {
        return answer(Problem.of("http-400", Problem.Kind.INVALID), HttpStatus.BAD_REQUEST, request);
    }

    /** Whoever asked has gone, in the middle of a download or of a live stream; nobody is left to be answered. */
    @ExceptionHandler
    void on(AsyncRequestNotUsableException gone, HttpServletResponse unread) {
        LOG.debug("Nobody reads the answer any more", gone);
    }

    @ExceptionHandler
    Object on(Exception failure, HttpServletRequest request) {
        if (failure instanceof ErrorResponse known) {
            var status = known.getStatusCode();
            return answer(Problem.of("http-" + status.value(), Problem.Kind.INVALID), status, request);
        }
        if (failure instanceof GroupCommit.Unavailable || Outage.isCauseOf(failure)) {
            LOG.warn("The database is away: {}", Failures.brief(failure));
            return answer(Problem.of("database-away", Problem.Kind.UNAVAILABLE), request);
        }
        var id = RequestIds.of(request);
        LOG.error(
                "Failure {} at {} {}",
                id,
                request.getMethod(),
                RefusedAccess.pattern(request),
                Failures.anonymous(failure));
        return answer(Problem.of("failure", Problem.Kind.INVALID, id), HttpStatus.INTERNAL_SERVER_ERROR, request);
    }

    private Object answer(Problem problem, HttpServletRequest request) {
        return answer(problem, HttpStatusCode.valueOf(problem.kind().status()), request);
    }

    Object answer(Problem problem, HttpStatusCode status, HttpServletRequest request) {
        var detail = writer.detail(problem, status, LocaleContextHolder.getLocale(), request.getRequestURI());
        return ProblemWriter.isForPrograms(request) ? json(detail) : page(detail, request);
    }

    private static ResponseEntity<ProblemDetail> json(ProblemDetail detail) {
        var response = ResponseEntity.status(detail.getStatus()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (detail.getStatus() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return response.body(detail);
    }

    private ModelAndView page(ProblemDetail detail, HttpServletRequest request) {
        var view = new ModelAndView("layout/problem", Map.of("page", pages.page(request), "problem", detail));
        view.setStatus(HttpStatusCode.valueOf(detail.getStatus()));
        return view;
    }

    static URI typeOf(String slug) {
        return URI.create("/problems/" + slug);
    }
}
