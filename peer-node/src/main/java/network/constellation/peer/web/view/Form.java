package network.constellation.peer.web.view;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import network.constellation.peer.web.WebRequest;
import network.constellation.peer.web.text.Message;

/** What was typed into a form and what is wrong with it. Belongs to one request. */
public final class Form {
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, Message> errors = new LinkedHashMap<>();

    public static Form empty() {
        return new Form();
    }

    /** What the browser sent. */
    public static Form from(WebRequest request) {
        Form form = new Form();
        form.values.putAll(request.form());
        return form;
    }

    public Form set(String field, String value) {
        values.put(field, value);
        return this;
    }

    /** Without blanks around it; empty when nothing was typed. */
    public String value(String field) {
        return values.getOrDefault(field, "").strip();
    }

    /** Exactly as typed: for passwords. */
    public String raw(String field) {
        return values.getOrDefault(field, "");
    }

    public boolean isChecked(String field) {
        return !value(field).isEmpty();
    }

    /** The first thing wrong with a field is the one that is said; {@code field} empty: with the whole form. */
    public Form error(String field, Message sentence) {
        errors.putIfAbsent(field, sentence);
        return this;
    }

    public boolean ok() {
        return errors.isEmpty();
    }

    public Optional<Message> errorOf(String field) {
        return Optional.ofNullable(errors.get(field));
    }

    public Map<String, Message> errors() {
        return Collections.unmodifiableMap(errors);
    }
}
