package network.constellation.peer.platform;

import network.constellation.peer.files.ContentHash;

/**
 * A file of a course, its bytes in the tenant's content store.
 *
 * @param id given by the platform; 0 for one not yet stored
 * @param area what it is for, as Moodle names it: {@code intro}, {@code content}, {@code summary}, ...
 * @param path folders and name, without a leading slash; texts refer to it as {@code @@PLUGINFILE@@/path}
 * @param size in bytes
 * @param mediaType as its author's platform believed; never trusted when the file is served
 */
public record CourseFile(long id, String area, String path, ContentHash content, long size, String mediaType) {
    private static final int LONGEST_PATH = 1024;
    private static final int LONGEST_WORD = 100;

    public CourseFile {
        if (path.isEmpty() || path.length() > LONGEST_PATH || path.startsWith("/") || path.endsWith("/")) {
            throw new IllegalArgumentException("not the path of a file in a course: " + path);
        }
        if (area.length() > LONGEST_WORD || mediaType.length() > 2 * LONGEST_WORD + 55) {
            throw new IllegalArgumentException("area or media type of " + path + " is too long");
        }
    }

    public static CourseFile of(String area, String path, ContentHash content, long size, String mediaType) {
        return new CourseFile(0, area, path, content, size, mediaType);
    }

    /** The last part of the path. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
