package network.constellation.protocol.method.courses;

import java.util.Optional;

/**
 * Arguments of {@code publishflow_rpc_deploy}, {@code _course_exists}, {@code _open_course} and {@code _close_course}.
 *
 * @param idField {@code id}, {@code shortname} or {@code idnumber}
 * @param identifier what that field holds
 * @param whereRoot wwwroot of the site that is meant; empty for the called one
 * @param mode of opening and closing; empty elsewhere
 * @param category wished at the target; empty for none
 */
public record CourseQuestion(
        CallingUser user,
        String idField,
        String identifier,
        String whereRoot,
        String mode,
        Optional<String> category,
        boolean asText) {}
