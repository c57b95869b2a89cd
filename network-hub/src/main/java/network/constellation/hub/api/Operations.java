package network.constellation.hub.api;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every operation of the HTTP interface, as the rooms declared them. */
@Singleton
public final class Operations {
    private final List<ApiOperation<?, ?>> all = new ArrayList<>();
    private final Map<Class<? extends RuntimeException>, Refusal> refusals = new LinkedHashMap<>();
    private String group = "";

    /** How an exception of a room is answered. */
    record Refusal(int status, String code) {}

    @Inject
    Operations(Set<ApiRoom> rooms) {
        rooms.stream()
                .sorted(Comparator.comparing(room -> room.getClass().getName()))
                .forEach(room -> room.operations(this));
        all.sort(Comparator.comparing((ApiOperation<?, ?> operation) -> operation.path())
                .thenComparing(ApiOperation::method));
    }

    /** The word under which the operations that follow stand in the document. */
    public Operations group(String word) {
        group = word;
        return this;
    }

    public <Q extends Record, A extends Record> Operations get(
            String id,
            String path,
            ApiScope scope,
            String summary,
            Class<Q> request,
            Class<A> answer,
            ApiHandler<Q, A> handler) {
        return add(new ApiOperation<>(id, group, "GET", path, scope, summary, request, answer, handler));
    }

    public <Q extends Record, A extends Record> Operations post(
            String id,
            String path,
            ApiScope scope,
            String summary,
            Class<Q> request,
            Class<A> answer,
            ApiHandler<Q, A> handler) {
        return add(new ApiOperation<>(id, group, "POST", path, scope, summary, request, answer, handler));
    }

    /** The message of this exception is a sentence for whoever called; it is answered with this status of HTTP. */
    public Operations refusal(Class<? extends RuntimeException> type, int status) {
        return refusal(type, status, "refused");
    }

    /** As {@link #refusal(Class, int)}, with a word of its own for programs. */
    public Operations refusal(Class<? extends RuntimeException> type, int status, String code) {
        refusals.put(type, new Refusal(status, code));
        return this;
    }

    /** By path and method. */
    public List<ApiOperation<?, ?>> all() {
        return List.copyOf(all);
    }

    Map<Class<? extends RuntimeException>, Refusal> refusals() {
        return Map.copyOf(refusals);
    }

    private Operations add(ApiOperation<?, ?> operation) {
        for (ApiOperation<?, ?> other : all) {
            boolean samePlace =
                    other.method().equals(operation.method()) && other.path().equals(operation.path());
            if (samePlace || other.id().equals(operation.id())) {
                throw new IllegalStateException("Two operations are " + operation.id() + " or answer "
                        + operation.method() + " " + operation.path());
            }
        }
        all.add(operation);
        return this;
    }
}
