package network.constellation.peer.web.view;

import gg.jte.Content;
import java.util.HashMap;
import java.util.Map;
import network.constellation.peer.web.text.Message;
import org.jspecify.annotations.Nullable;

/** The components of the design system; what they return goes into a template by {@code ${...}}. */
public final class Ui {
    private final Page page;
    private final Templates templates;

    Ui(Page page, Templates templates) {
        this.page = page;
        this.templates = templates;
    }

    /** Label, hint, error and input of one field. */
    public Content field(Form form, Field field) {
        return make("field", Map.of("form", form, "field", field));
    }

    /** On top of a form: what is wrong, each with a link to its field. Nothing when all is well. */
    public Content errors(Form form) {
        return make("errors", Map.of("form", form));
    }

    public Content badge(Badge badge) {
        return make("badge", Map.of("state", badge.state(), "word", word(badge)));
    }

    /** A state with a word that is already in the reader's language. */
    public Content badge(State state, String word) {
        return make("badge", Map.of("state", state, "word", word));
    }

    public Content table(Table table) {
        return make("table", Map.of("table", table));
    }

    public Content cell(Cell cell, boolean opensRow) {
        return make("cell", Map.of("cell", cell, "opensRow", opensRow));
    }

    public Content empty(EmptyState state) {
        return make("empty", Map.of("state", state));
    }

    /** @param poll where htmx asks for the next state every two seconds; it answers with this component again */
    public Content progress(String poll, Progress progress) {
        return make("progress", Map.of("poll", poll, "progress", progress));
    }

    /** A button that acts by POST on its own, without further fields. */
    public Content actionButton(String path, String label, String style) {
        return make("action", Map.of("path", path, "label", label, "style", style));
    }

    /** A box that says something about the whole page. */
    public Content notice(State state, String sentence) {
        return make("notice", Map.of("state", state, "sentence", sentence));
    }

    /** The badge's word in the reader's language. */
    public String word(Badge badge) {
        @Nullable Message own = badge.word();
        return own == null ? page.t(badge.state().key()) : page.text(own);
    }

    private Content make(String component, Map<String, Object> parameters) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("p", page);
        return templates.content(Ui.class, "web/ui/" + component + ".jte", all);
    }
}
