package network.constellation.peer.web;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import network.constellation.peer.web.session.StartedSession;
import network.constellation.peer.web.text.Message;
import network.constellation.peer.web.view.Table;
import org.jspecify.annotations.Nullable;

/** The answer of a page. Immutable; the endpoint adds the security headers and renders. */
public final class WebResponse {

    /** What the body is. */
    sealed interface Body {
        record Page(PageView view) implements Body {}

        record Fragment(PageView view) implements Body {}

        record Bytes(String contentType, byte[] bytes) implements Body {}

        record StoredFile(String contentType, Path file, String tag) implements Body {}

        record TableFile(Class<?> room, Table table, String name) implements Body {}

        record Redirect(String path) implements Body {}

        record Away(String url) implements Body {}

        record Onward(String path) implements Body {}

        /** One of our error pages, {@code status} says which. */
        record Problem(@Nullable Message reason) implements Body {}
    }

    private final int status;
    private final Body body;
    private final Map<String, String> headers;
    private final List<WebCookie> cookies;
    private final @Nullable Message notice;
    private final boolean refusal;
    private final @Nullable StartedSession started;
    private final boolean ending;

    private WebResponse(Draft draft) {
        status = draft.status;
        body = draft.body;
        headers = Map.copyOf(draft.headers);
        cookies = List.copyOf(draft.cookies);
        notice = draft.notice;
        refusal = draft.refusal;
        started = draft.started;
        ending = draft.ending;
    }

    public static WebResponse page(PageView view) {
        return of(200, new Body.Page(view));
    }

    public static WebResponse fragment(PageView view) {
        return of(200, new Body.Fragment(view));
    }

    /** 303 to a page of this site; {@code path} begins with a slash and is relative to the site's base. */
    public static WebResponse redirect(String path) {
        return of(303, new Body.Redirect(path));
    }

    /** 303 to another site; only from a route declared with {@link Routes#getLeaving}. */
    public static WebResponse redirectAway(String url) {
        return of(303, new Body.Away(url));
    }

    /**
     * To a page of this site that itself may lead elsewhere, after a form: a plain redirect would be stopped by
     * {@code form-action 'self'}, which browsers apply to the whole chain.
     */
    public static WebResponse onward(String path) {
        return of(200, new Body.Onward(path));
    }

    public static WebResponse bytes(String contentType, byte[] bytes) {
        return of(200, new Body.Bytes(contentType, bytes));
    }

    public static WebResponse text(String text) {
        return bytes("text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    /** A file to keep. */
    public static WebResponse download(String contentType, String fileName, byte[] bytes) {
        String safe = fileName.replaceAll("[^A-Za-z0-9._-]", "_");
        return bytes(contentType, bytes).withHeader("Content-Disposition", "attachment; filename=\"" + safe + "\"");
    }

    /**
     * A file of any size, sent without being held in memory; a part of it when the browser asks for a range (RFC 9110 14).
     *
     * @param tag names this very content, such as its hash
     */
    public static WebResponse file(String contentType, Path file, String tag) {
        return of(200, new Body.StoredFile(contentType, file, tag));
    }

    /** The whole table as a CSV file, in the reader's words. */
    public static WebResponse csv(Class<?> room, Table table, String name) {
        return of(200, new Body.TableFile(room, table, name))
                .withHeader("Content-Disposition", "attachment; filename=\"" + name + ".csv\"");
    }

    public static WebResponse notFound() {
        return of(404, new Body.Problem(null));
    }

    /** @param reason what is not allowed and whom to ask */
    public static WebResponse forbidden(Message reason) {
        return of(403, new Body.Problem(reason));
    }

    /** Our error page for any status, with a sentence of the room's. */
    public static WebResponse problem(int status, @Nullable Message reason) {
        return of(status, new Body.Problem(reason));
    }

    public WebResponse withStatus(int other) {
        return changed(draft -> draft.status = other);
    }

    public WebResponse withHeader(String name, String value) {
        return changed(draft -> draft.headers.put(name, value));
    }

    /** A cookie of this tenant; name and value are prefixed and flagged by the endpoint. */
    public WebResponse withCookie(WebCookie cookie) {
        return changed(draft -> draft.cookies.add(cookie));
    }

    /** One sentence shown on top of the next page. */
    public WebResponse withNotice(Message sentence) {
        return changed(draft -> draft.notice = sentence);
    }

    /** As {@link #withNotice}, of something that was not done and why. */
    public WebResponse withRefusal(Message sentence) {
        return changed(draft -> {
            draft.notice = sentence;
            draft.refusal = true;
        });
    }

    /** From now on the browser is this session's. */
    public WebResponse starting(StartedSession session) {
        return changed(draft -> draft.started = session);
    }

    /** The browser forgets its session. */
    public WebResponse endingSession() {
        return changed(draft -> draft.ending = true);
    }

    public int status() {
        return status;
    }

    public Map<String, String> headers() {
        return headers;
    }

    Body body() {
        return body;
    }

    List<WebCookie> cookies() {
        return cookies;
    }

    @Nullable
    Message notice() {
        return notice;
    }

    /** Whether {@link #notice} says that something was not done. */
    boolean refusal() {
        return refusal;
    }

    @Nullable
    StartedSession started() {
        return started;
    }

    boolean ending() {
        return ending;
    }

    private static WebResponse of(int status, Body body) {
        return new WebResponse(new Draft(status, body));
    }

    private WebResponse changed(java.util.function.Consumer<Draft> change) {
        Draft draft = new Draft(status, body);
        draft.headers.putAll(headers);
        draft.cookies.addAll(cookies);
        draft.notice = notice;
        draft.refusal = refusal;
        draft.started = started;
        draft.ending = ending;
        change.accept(draft);
        return new WebResponse(draft);
    }

    private static final class Draft {
        private int status;
        private final Body body;
        private final Map<String, String> headers = new LinkedHashMap<>();
        private final List<WebCookie> cookies = new ArrayList<>();
        private @Nullable Message notice;
        private boolean refusal;
        private @Nullable StartedSession started;
        private boolean ending;

        Draft(int status, Body body) {
            this.status = status;
            this.body = body;
        }
    }
}
