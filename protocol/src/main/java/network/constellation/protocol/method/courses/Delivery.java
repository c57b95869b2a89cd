package network.constellation.protocol.method.courses;

import java.util.Optional;

/**
 * Arguments of {@code delivery_publish} and {@code delivery_deploy}.
 *
 * @param action {@code publish} or {@code unpublish}; empty for a deployment
 * @param course the sender's course record as JSON: {@code id}, {@code shortname}, {@code fullname}, {@code idnumber} ...
 * @param replace whether a fresh copy is made where the course is there already
 * @param category wished by the sender; empty for none
 */
public record Delivery(
        CallingUser user, String action, String course, boolean replace, Optional<String> category, boolean asText) {
    public static final String PUBLISH = "publish";
    public static final String UNPUBLISH = "unpublish";
}
