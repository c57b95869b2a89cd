package network.constellation.hub.api;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One operation: what programs may ask and what they get, declared once. Route, permission and document are read from it.
 *
 * @param id unique, such as {@code listPeers}
 * @param group the room, in a word that heads its operations in the document
 * @param path below {@code /api/v1}; a component of {@code request} may stand in it as <code>{name}</code>
 * @param request its other components come from the query (GET, DELETE) or the JSON body
 */
public record ApiOperation<Q extends Record, A extends Record>(
        String id,
        String group,
        String method,
        String path,
        ApiScope scope,
        String summary,
        Class<Q> request,
        Class<A> answer,
        ApiHandler<Q, A> handler) {
    /** Where all operations are. */
    public static final String BASE = "/api/v1";

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    public ApiOperation {
        List<String> components = Arrays.stream(request.getRecordComponents())
                .map(java.lang.reflect.RecordComponent::getName)
                .toList();
        if (!path.startsWith("/") || !components.containsAll(variables(path))) {
            throw new IllegalArgumentException("The path " + path + " has a variable that its request has not.");
        }
    }

    /** Names in the path. */
    public List<String> variables() {
        return variables(path);
    }

    /** Whether what is asked comes as a JSON body. */
    public boolean hasBody() {
        return method.equals("POST") || method.equals("PUT");
    }

    private static List<String> variables(String path) {
        return VARIABLE.matcher(path).results().map(found -> found.group(1)).toList();
    }
}
