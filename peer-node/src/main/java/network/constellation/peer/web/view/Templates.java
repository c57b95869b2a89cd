package network.constellation.peer.web.view;

import com.google.inject.Singleton;
import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The compiled templates of each module: a class of {@code network.constellation.hub...} finds them in {@code
 * network.constellation.hub.pages}. Thread-safe.
 */
@Singleton
public final class Templates {
    private static final String ROOT = "network.constellation.";
    private final Map<String, TemplateEngine> engines = new ConcurrentHashMap<>();

    /** Renders when written: {@code room} is any class of the module that owns the template. */
    public Content content(Class<?> room, String template, Map<String, Object> parameters) {
        TemplateEngine engine = engine(room);
        return output -> engine.render(template, parameters, output);
    }

    public String render(Class<?> room, String template, Map<String, Object> parameters) {
        StringOutput output = new StringOutput(16 * 1024);
        engine(room).render(template, parameters, output);
        return output.toString();
    }

    private TemplateEngine engine(Class<?> room) {
        String name = room.getPackageName();
        int end = name.indexOf('.', ROOT.length());
        String module = name.substring(ROOT.length(), end < 0 ? name.length() : end);
        return engines.computeIfAbsent(
                module,
                found -> TemplateEngine.createPrecompiled(
                        null, ContentType.Html, room.getClassLoader(), ROOT + found + ".pages"));
    }
}
