package network.constellation.hub.approvals;

import com.google.inject.Binder;
import com.google.inject.multibindings.Multibinder;
import java.util.List;
import java.util.Map;

/**
 * One kind of act that needs a second person. Its preview is made twice: when somebody asks, and again just before it is
 * executed; where the two differ nothing is executed.
 */
public interface DangerousAct {
    /** Such as {@code sql-query}: lower-case words with hyphens, at most 40 characters. */
    String kind();

    /**
     * Every target and every value that {@link #execute} would use now, a line each, without times and in a fixed order.
     *
     * @throws RuntimeException with a sentence when it cannot be done at all; nothing is asked for then
     */
    List<String> preview(Map<String, String> parameters);

    /**
     * Does what the preview said, or hands it to a durable job; called at most once for each request.
     *
     * @param actor for the audit: who asked and who approved
     * @return a sentence for people: what was done or begun
     * @throws RuntimeException with a sentence when it cannot be done
     */
    String execute(Map<String, String> parameters, String actor);

    /** In a module of the hub's tenant. */
    static void bind(Binder binder, Class<? extends DangerousAct> act) {
        Multibinder.newSetBinder(binder, DangerousAct.class).addBinding().to(act);
    }
}
