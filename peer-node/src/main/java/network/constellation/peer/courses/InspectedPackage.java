package network.constellation.peer.courses;

import java.util.List;
import network.constellation.peer.web.text.Message;
import network.constellation.protocol.method.courses.CourseSheet;

/** A package that may be published, as it was read. @param warnings what a person should know about it */
public record InspectedPackage(CourseSheet sheet, List<Message> warnings) {
    public InspectedPackage {
        warnings = List.copyOf(warnings);
    }
}
